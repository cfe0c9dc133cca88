-- Extends a live lease; a lease that has ended, or another's fence, extends nothing.
-- KEYS[1]  prefix of the pool
-- ARGV[1]  lease id
-- ARGV[2]  fence of the caller
-- ARGV[3]  length from now (ms)
-- Returns the new expiry (epoch ms), or 0 when the lease is lost.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local lease = KEYS[1] .. 'lease:' .. ARGV[1]
local held = redis.call('HMGET', lease, 'fence', 'expiry', 'holders')
if not held[1] or held[1] ~= ARGV[2] or tonumber(held[2]) <= now then
  return 0
end
local expiry = now + tonumber(ARGV[3])
for _, holder in ipairs(cjson.decode(held[3])) do
  redis.call('ZADD', KEYS[1] .. 'live:' .. holder, expiry, ARGV[1])
end
redis.call('HSET', lease, 'expiry', expiry)
redis.call('PEXPIREAT', lease, expiry + 60000)
return expiry
