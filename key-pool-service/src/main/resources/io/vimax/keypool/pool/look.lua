-- Says what a key could do now: its rests, and how much of every limit that holds for it is used. Changes nothing.
-- KEYS[1]  prefix of the pool            ARGV[1]  moment, see pool.lua
-- ARGV[2]  key                           ARGV[3]  and on: models; without any, those that are in use
-- Returns JSON {at, inFlight, rests: [..], limits: [..]} as KeyView.java has it, or '' for a key that is not configured.
local keyId = ARGV[2]
local key = configured('k|' .. keyId)
local scope = key and configured('s|' .. key.s)
if not scope then
  return ''
end
local models = {}
for at = 3, #ARGV do
  models[#models + 1] = ARGV[at]
end
if #models == 0 then
  models = call('HKEYS', P .. 'm|' .. groupOf(scope))
end

local _, inFlight = useOf(call('HGET', P .. 'u|' .. key.s, 'u|' .. keyId))
local answer = {at = now, inFlight = inFlight, rests = {}, limits = {}}
local function rest(holder, raw)
  if raw then
    local untilMs, n, since, half, reason = string.match(raw, '^(%d+) (%d+) (%d+) (%d) %S+ (%S+)')
    if tonumber(untilMs) > now or half == '1' then
      answer.rests[#answer.rests + 1] = {holder = holder, ['until'] = tonumber(untilMs), inARow = tonumber(n),
        since = tonumber(since), half = half == '1', reason = reason}
    end
  end
end
local hash = P .. 'u|' .. key.s
rest('provider', call('HGET', P .. 'meta', 'brk'))
rest(key.s, call('HGET', hash, 'c|' .. key.s))
rest(keyId, call('HGET', hash, 'c|' .. keyId))

local met = {}
local function show(model, limits, ofScope)
  for at, limit in ipairs(limits) do
    local name = limit[4] .. '|' .. limit[1]
    if not met[name] then
      met[name] = true
      local learned = call('HGET', hash, 'a|' .. name)
      local most, used, resets = limit[2], 0, 0
      local working = learned and math.min(most, math.max(1, math.floor(tonumber(string.match(learned, '^%S+'))))) or most
      if limit[1] == 'flight' then
        used = call('ZCOUNT', P .. 'i|' .. limit[4], '(' .. string.format('%d', now), '+inf')
      elseif CALENDAR[limit[1]] then
        local n, untilMs = countOf(call('HGET', hash, 'n|' .. name))
        used, resets = n, untilMs or (windowOf(limit[1], scope.z))
      else
        for _, moment in ipairs(call('LRANGE', P .. 'g|' .. name, -most, -1)) do
          if moment + limit[3] > now then
            used = used + 1
          end
        end
      end
      local free = used >= working and (CALENDAR[limit[1]] and resets or
        freeAt(limit[1], most, limit[3], P .. (limit[1] == 'flight' and 'i|' .. limit[4] or 'g|' .. name), learned, 0, scope.z)) or 0
      answer.limits[#answer.limits + 1] = {ofScope = at <= ofScope, model = string.match(limit[4], '|(.*)$'), kind = limit[1],
        most = most, working = working, used = used, freeAt = free, resetsAt = resets}
    end
  end
end
show('', limitsOf(key.s, {l = {[''] = scope.l['']}}, keyId, {l = {[''] = key.l['']}}, '?'))
for _, model in ipairs(models) do
  if serves(key, model) then
    rest('model|' .. model, call('HGET', P .. 'meta', 'c|' .. model))
    rest(key.s .. '|' .. model, call('HGET', hash, 'c|' .. key.s .. '|' .. model))
    rest(keyId .. '|' .. model, call('HGET', hash, 'c|' .. keyId .. '|' .. model))
    show(model, limitsOf(key.s, scope, keyId, key, model))
  end
end
for _, list in ipairs({'rests', 'limits'}) do
  if #answer[list] == 0 then
    answer[list] = nil
  end
end
return cjson.encode(answer)
