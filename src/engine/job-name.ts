/** Base name of the files in TeX's own folder, whatever the CV is called. */
export const jobName = 'cv';
