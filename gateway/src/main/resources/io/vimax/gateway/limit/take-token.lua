-- Takes one token from a person's bucket.
-- KEYS[1]  hash: tokens (may be broken), at (epoch ms of this server's clock)
-- ARGV[1]  size of the bucket (tokens)
-- ARGV[2]  tokens that come back each second
-- Returns 0 when a token was taken, else the wait in ms until there is one.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local size, rate = tonumber(ARGV[1]), tonumber(ARGV[2]) / 1000
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(bucket[1]) or size
local at = tonumber(bucket[2]) or now
-- A clock that was set back adds nothing and takes nothing.
tokens = math.min(size, tokens + math.max(0, now - at) * rate)
if tokens < 1 then
  return math.ceil((1 - tokens) / rate)
end
redis.call('HSET', KEYS[1], 'tokens', tokens - 1, 'at', now)
-- A bucket that had time to fill up is the same as none.
redis.call('PEXPIRE', KEYS[1], math.ceil(size / rate) + 1000)
return 0
