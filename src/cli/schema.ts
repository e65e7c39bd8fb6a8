/** `mdcv schema`: the JSON Schema of the front matter, or of `template.json`. */
export async function runSchema(flags: { template?: boolean }): Promise<number> {
  const schema = flags.template
    ? (await import('../template/parse-manifest.ts')).manifestJsonSchema()
    : (await import('../content/front-matter/front-matter.ts')).frontMatterJsonSchema();
  console.log(JSON.stringify(schema, null, 2));
  return 0;
}
