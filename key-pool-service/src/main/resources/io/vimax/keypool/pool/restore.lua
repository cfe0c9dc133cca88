-- Copies the books into a server that has lost its memory, once. The configuration must be loaded before.
-- KEYS[1]  prefix of the pool            ARGV[1]  moment, see pool.lua
-- ARGV[2]  name of the new epoch         ARGV[3]  the highest fence in the books; fences go on above it
-- ARGV[4]  open leases, JSON: [{id, key, scope, model, fence, expiry, granted, price}]
-- ARGV[5]  what was used in the running windows, JSON: [{scope, field, kind, n}] for calendar counts
-- ARGV[6]  grants of rolling windows, JSON: [{holder, kind, window, at: [ms, newest first]}]
-- ARGV[7]  rests, JSON: [{scope, holder, until, n, since, half, reason}], scope '' for a model or the provider
-- ARGV[8]  how long scopes with limits by the minute rest, because their last window is not in the books to the millisecond (ms)
-- ARGV[9]  scopes that lent something in their last window, JSON: [scope]; the others have nothing to wait for
-- Returns 1 when copied, 0 when another service was faster.
if call('HEXISTS', P .. 'meta', 'epoch') == 1 then
  return 0
end
local meta = call('HMGET', P .. 'meta', 'policy', 'fence')
policy = meta[1]
for _, open in ipairs(cjson.decode(ARGV[4])) do
  local scope, key, bits = configured('s|' .. open.scope), configured('k|' .. open.key), 0
  call('ZADD', P .. 'live', open.expiry, open.id)
  local used, load = useOf(call('HGET', P .. 'u|' .. open.scope, 'u|' .. open.key))
  call('HSET', P .. 'u|' .. open.scope, 'u|' .. open.key, math.max(used, open.fence) .. ' ' .. load + 1)
  if scope and key then
    for _, limit in ipairs((limitsOf(open.scope, scope, open.key, key, open.model))) do
      local holder = limit[4]
      if limit[1] == 'flight' then
        call('ZADD', P .. 'i|' .. holder, open.expiry, open.id)
        bits = bits + bitOf(holder, open.scope, open.key)
      end
    end
  end
  call('SET', P .. 'l|' .. open.id, string.format('%d %d %d %d %d %s %s %s', open.fence, open.expiry, open.granted,
    open.price, bits, open.key, open.scope, open.model), 'PX', math.max(1, open.expiry - now) + REMEMBERED)
end
for _, used in ipairs(cjson.decode(ARGV[5])) do
  local scope = configured('s|' .. used.scope)
  if scope then
    call('HSET', P .. 'u|' .. used.scope, used.field, (counted(used.kind, scope.z, nil, used.n)))
  end
end
for _, log in ipairs(cjson.decode(ARGV[6])) do
  local name = P .. 'g|' .. log.holder .. '|' .. log.kind
  for _, at in ipairs(log.at) do
    call('LPUSH', name, at)
  end
  call('PEXPIRE', name, log.window + 60000)
end
for _, rest in ipairs(cjson.decode(ARGV[7])) do
  local value = string.format('%d %d %d %d - %s', rest['until'], rest.n, rest.since, rest.half and 1 or 0, rest.reason)
  if rest.scope == '' then
    call('HSET', P .. 'meta', rest.holder == 'provider' and 'brk' or 'c|' .. string.sub(rest.holder, 7), value)
  else
    mark(P .. 'u|' .. rest.scope, 'c|' .. rest.holder, value)
  end
end
local length, busy = tonumber(ARGV[8]), {}
for _, id in ipairs(cjson.decode(ARGV[9])) do
  busy[id] = true
end
local all = call('HGETALL', P .. 'cfg')
for at = 1, #all, 2 do
  local kind, id = string.sub(all[at], 1, 2), string.sub(all[at], 3)
  if length > 0 and (kind == 's|' or kind == 'k|') then
    local entry = cjson.decode(all[at + 1])
    local scopeId = entry.s or id
    for _, limits in pairs(busy[scopeId] and entry.l or {}) do
      for _, limit in ipairs(limits) do
        if limit[1] == 'minute' or limit[1] == 'clock_minute' then
          local hash = P .. 'u|' .. scopeId
          local had = call('HGET', hash, 'c|' .. id)
          if not had or tonumber(string.match(had, '^%d+')) < now + length then
            mark(hash, 'c|' .. id, string.format('%d 0 %d 0 - rebuilding', now + length, now))
          end
        end
      end
    end
  end
end
call('HSET', P .. 'meta', 'epoch', ARGV[2], 'fence', math.max(tonumber(meta[2] or 0), tonumber(ARGV[3])))
return 1
