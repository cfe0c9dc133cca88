-- Ends a lease and lets its holders cool down when the provider asked for it. Settling twice does nothing more.
-- KEYS[1]  prefix of the pool
-- ARGV[1]  lease id
-- ARGV[2]  fence of the caller
-- ARGV[3]  holder that must cool down (a key or a scope), or ''
-- ARGV[4]  how long it must cool down (ms); never shortens a longer time
-- Returns the end of the cool-down (epoch ms), or 0 when there is none.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local lease = KEYS[1] .. 'lease:' .. ARGV[1]
local held = redis.call('HMGET', lease, 'fence', 'holders')
if held[1] and held[1] == ARGV[2] then
  for _, holder in ipairs(cjson.decode(held[2])) do
    redis.call('ZREM', KEYS[1] .. 'live:' .. holder, ARGV[1])
  end
  redis.call('DEL', lease)
end
if ARGV[3] == '' then
  return 0
end
local cool = KEYS[1] .. 'cool:' .. ARGV[3]
local untilMs = math.max(tonumber(redis.call('GET', cool) or 0), now + tonumber(ARGV[4]))
redis.call('SET', cool, untilMs, 'PXAT', untilMs)
return untilMs
