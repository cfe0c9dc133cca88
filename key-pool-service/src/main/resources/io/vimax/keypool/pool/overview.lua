-- Says how a provider is as a whole. Changes nothing.
-- KEYS[1]  prefix of the pool            ARGV[1]  moment, see pool.lua
-- Returns JSON {at, inFlight, rests: [..]} as Overview.java has it; rests of the provider and of models only.
local answer = {at = now, inFlight = call('ZCOUNT', P .. 'live', '(' .. nowText, '+inf'), rests = {}}
local meta = call('HGETALL', P .. 'meta')
for at = 1, #meta, 2 do
  local model = string.match(meta[at], '^c|(.*)$')
  if model or meta[at] == 'brk' then
    local untilMs, n, since, half, reason = string.match(meta[at + 1], '^(%d+) (%d+) (%d+) (%d) %S+ (%S+)')
    if tonumber(untilMs) > now or half == '1' then
      answer.rests[#answer.rests + 1] = {holder = model and 'model|' .. model or 'provider', ['until'] = tonumber(untilMs),
        inARow = tonumber(n), since = tonumber(since), half = half == '1', reason = reason}
    end
  end
end
if #answer.rests == 0 then
  answer.rests = nil
end
return cjson.encode(answer)
