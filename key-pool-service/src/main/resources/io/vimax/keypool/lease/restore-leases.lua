-- Copies the open leases of the books into a server that has lost its memory, once.
-- KEYS[1]  prefix of the pool
-- ARGV[1]  open leases as JSON: [{id, key, scope, fence, expiry, holders}]
-- ARGV[2]  the highest fence in the books; fences go on above it
-- ARGV[3]  name of the new epoch
-- ARGV[4]  holders whose grants of the last window are forgotten, as JSON: [{holder, ms}]; they rest for that window
-- Returns 1 when copied, 0 when another service was faster.
if redis.call('EXISTS', KEYS[1] .. 'epoch') == 1 then
  return 0
end
for _, open in ipairs(cjson.decode(ARGV[1])) do
  local lease = KEYS[1] .. 'lease:' .. open.id
  redis.call('HSET', lease, 'key', open.key, 'scope', open.scope, 'fence', open.fence, 'expiry', open.expiry,
    'holders', cjson.encode(open.holders))
  redis.call('PEXPIREAT', lease, open.expiry + 60000)
  for _, holder in ipairs(open.holders) do
    redis.call('ZADD', KEYS[1] .. 'live:' .. holder, open.expiry, open.id)
  end
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, rest in ipairs(cjson.decode(ARGV[4])) do
  redis.call('SET', KEYS[1] .. 'cool:' .. rest.holder, now + rest.ms, 'PX', rest.ms)
end
local fence = math.max(tonumber(redis.call('GET', KEYS[1] .. 'fence') or 0), tonumber(ARGV[2]))
redis.call('SET', KEYS[1] .. 'fence', fence)
redis.call('SET', KEYS[1] .. 'epoch', ARGV[3])
return 1
