-- Forgets everything that belongs to a memory which the books do not know, so that the pool is filled from the books.
-- KEYS[1]  prefix of the pool            ARGV[1]  moment, see pool.lua
-- ARGV[2]  epoch to forget; another one is left alone
-- Returns 1 when forgotten. Walks over all entries of the server: for a disaster only.
if call('HGET', P .. 'meta', 'epoch') ~= ARGV[2] then
  return 0
end
local pattern = string.gsub(P, '[%*%?%[%]\\]', '\\%0') .. '*'
for _, name in ipairs(call('KEYS', pattern)) do
  call('UNLINK', name)
end
return 1
