-- Ends rests by hand or because the state of a key changed: all rests of a key, of a scope with its keys, of a model or the provider.
-- KEYS[1]  prefix of the pool            ARGV[1]  moment, see pool.lua
-- ARGV[2]  scope, or '' for a model or the provider
-- ARGV[3]  key of the scope, '' for the whole scope, model|NAME, or provider
-- Returns how many rests ended.
policy = call('HGET', P .. 'meta', 'policy')
if ARGV[2] == '' then
  return call('HDEL', P .. 'meta', ARGV[3] == 'provider' and 'brk' or 'c|' .. string.sub(ARGV[3], 7))
end
local hash, lifted = P .. 'u|' .. ARGV[2], 0
for _, field in ipairs(call('HKEYS', hash)) do
  local holder = string.match(field, '^c|(.*)$')
  if holder and (ARGV[3] == '' or holder == ARGV[3] or string.sub(holder, 1, #ARGV[3] + 1) == ARGV[3] .. '|') then
    lifted = lifted + unmark(hash, field)
  end
end
call('HDEL', hash, 'e|' .. ARGV[3])
local scope = configured('s|' .. ARGV[2])
if scope then
  local group = groupOf(scope)
  local models = call('HKEYS', P .. 'm|' .. group)
  for _, keyId in ipairs(ARGV[3] ~= '' and {ARGV[3]} or call('SMEMBERS', P .. 'x|' .. group)) do
    local key = configured('k|' .. keyId)
    if key and key.s == ARGV[2] then
      replace(group, ARGV[2], keyId, models)
    end
  end
end
return lifted
