/** Name of the script within the run's folder. */
export const luaGuardFile = 'mdcv-guard.lua';

/**
 * What Lua code of a document may open. LuaTeX holds TeX itself to `openin_any` and `openout_any`, but lets Lua read and write any file, and with `--safer`
 * luaotfload has no fonts. So lualatex runs this script before anything else (`--lua`), when nobody has kept the functions that it
 * replaces: the run's folder may be read and written, TeX's own trees and fonts read, luaotfload's cache written.
 *
 * LuaTeX 1.17 (TeX Live 2023) and later hold Lua to the two variables as well, by which luaotfload does not find its own parts; set looser, they
 * would let TeX itself read any file. So they stay strict, and Lua is asked about here alone, in every release.
 */
export const luaGuard: string = String.raw`local find, gsub, lower, match = string.find, string.gsub, string.lower, string.match
local gmatch, sub, type, ipairs, pcall, error = string.gmatch, string.sub, type, ipairs, pcall, error
local expand, package, chdir, currentdir = kpse.expand_braces, package, lfs.chdir, lfs.currentdir
local folder = currentdir() .. '/'

local fonts = {
  otf = true, ttf = true, ttc = true, otc = true, dfont = true, pfb = true, pfm = true, afm = true, tfm = true,
  vf = true, enc = true, map = true,
}

-- The whole path, without dots.
local function resolve(path)
  local count
  path = gsub(path, '\\', '/')
  if not find(path, '^/') then path = folder .. path end
  path = gsub(path, '/+', '/')
  repeat path, count = gsub(path, '/%./', '/') until count == 0
  repeat
    path, count = gsub(path, '^(.-)[^/]+/%.%./', '%1')
  until count == 0
  return path
end

local trees
local function findTrees()
  trees = { read = {}, write = {} }
  for _, name in ipairs { 'TEXMF', 'TEXMFCACHE', 'TEXMFVAR', 'TEXMFSYSVAR' } do
    local ok, paths = pcall(expand, '$' .. name)
    for path in gmatch(ok and paths or '', '[^:;]+') do
      path = gsub(gsub(path, '^!!', ''), '/*$', '/')
      if find(path, '^/.') then
        trees.read[#trees.read + 1] = path
        if name ~= 'TEXMF' then
          trees.write[#trees.write + 1] = path .. 'luatex-cache/'
          -- luaotfload tries whether it may write there.
          trees.write[#trees.write + 1] = path .. 'm_t_x_t_e_s_t.tmp/'
        end
      end
    end
  end
end

local function isIn(path, list)
  for _, tree in ipairs(list) do
    if sub(path .. '/', 1, #tree) == tree then return true end
  end
  return false
end

local function seal()
  -- Libraries of machine code; the engine puts these searchers there after this script.
  package.searchers[3], package.searchers[4] = nil, nil
  if not trees then findTrees() end
end

local function mayWrite(path)
  if type(path) ~= 'string' then return false end
  seal()
  path = resolve(path)
  return not find(path, '/%.%.$') and (isIn(path, { folder }) or isIn(path, trees.write))
end

local function mayRead(path)
  if type(path) ~= 'string' then return false end
  if mayWrite(path) then return true end
  path = resolve(path)
  return isIn(path, trees.read)
    or fonts[lower(match(path, '%.(%w+)$') or '')]
    or find(path, '/etc/fonts/') or find(path, '/fontconfig/')
end

local function refusal(path)
  return nil, type(path) == 'string' and path .. ': mdcv lets no document open this file' or 'no name of a file'
end

local function guard(library, name, check)
  local open = library and library[name]
  if not open then return end
  library[name] = function(path, ...)
    if check(path, ...) then return open(path, ...) end
    return refusal(path)
  end
end

local function byMode(path, mode)
  if type(mode or 'r') == 'string' and not find(mode or 'r', '[wa+]') then return mayRead(path) end
  return mayWrite(path)
end
local function isHandle(path) return path == nil or type(path) == 'userdata' end
local function never() return false end

guard(io, 'open', byMode)
guard(gzip, 'open', byMode)
guard(io, 'lines', function(path) return path == nil or mayRead(path) end)
guard(io, 'input', function(path) return isHandle(path) or mayRead(path) end)
guard(io, 'output', function(path) return isHandle(path) or mayWrite(path) end)
for _, name in ipairs { 'loadfile', 'dofile' } do guard(_G, name, mayRead) end
guard(zip, 'open', mayRead)
guard(zip, 'openfile', mayRead)
guard(pdfe, 'open', mayRead)
guard(fontloader, 'open', mayRead)
guard(fontloader, 'info', mayRead)
guard(mplib, 'new', never)
guard(os, 'remove', mayWrite)
guard(os, 'rename', function(from, to) return mayWrite(from) and mayWrite(to) end)
for _, name in ipairs { 'mkdir', 'rmdir', 'touch' } do guard(lfs, name, mayWrite) end
-- luaotfload changes the folder to see whether it is there; TeX itself stays where it is.
local here
lfs.chdir = function(path)
  local ok, reason = chdir(path)
  if not ok then return nil, reason end
  here = currentdir()
  return chdir(folder)
end
lfs.currentdir = function() return here or currentdir() end
for _, name in ipairs { 'link', 'lock_dir' } do guard(lfs, name, never) end
-- openin_any and its like are variables of the environment.
for _, name in ipairs { 'setenv', 'execute', 'exec', 'spawn', 'kpsepopen' } do guard(os, name, never) end
guard(io, 'popen', never)
guard(package, 'loadlib', never)
-- What finds and opens the files of TeX itself; luaotfload finds its fonts.
guard(callback, 'register', function(name)
  seal()
  return type(name) ~= 'string' or not find(name, '^find_') and not find(name, '^open_') and not find(name, '^read_')
    or name == 'find_opentype_file' or name == 'find_truetype_file'
end)
for _, name in ipairs { 'obj', 'immediateobj' } do
  local make = pdf[name]
  pdf[name] = function(...)
    for index = 1, select('#', ...) do
      local part = select(index, ...)
      local path = type(part) == 'table' and part.file
      if part == 'file' or part == 'streamfile' then path = select(index + 1, ...) end
      if path and not mayRead(path) then error(select(2, refusal(path))) end
    end
    return make(...)
  end
end
for _, name in ipairs { 'new', 'scan', 'write', 'immediatewrite', 'immediatewriteobject', 'node', 'boxes' } do
  guard(img, name, function(image)
    local path = (type(image) == 'table' or type(image) == 'userdata') and image.filename
    return not path or mayRead(path)
  end)
end
-- These reach into the functions above.
for _, name in ipairs { 'getupvalue', 'setupvalue', 'upvalueid', 'upvaluejoin', 'getregistry', 'getlocal', 'setlocal', 'sethook' } do
  debug[name] = function() end
end
-- By these newer engines ask the two variables about what Lua opens. Theirs stand around the functions of above, which have been asked already.
for _, name in ipairs { 'in_name_ok_silent_extended', 'out_name_ok_silent_extended' } do
  kpse[name] = function() return true end
end
`;
