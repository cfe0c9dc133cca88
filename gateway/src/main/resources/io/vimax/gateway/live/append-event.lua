-- Appends an event to a person's stream unless the stream has had it, and wakes the sockets that read it.
-- KEYS[1]  stream
-- KEYS[2]  sorted set, event id -> when it came (epoch ms, this server's clock); twice as long as the stream
-- ARGV[1]  event id
-- ARGV[2]  about how many events the stream keeps
-- ARGV[3]  life of both keys after this event (ms)
-- ARGV[4]  channel that wakes
-- ARGV[5]  person's id, said on the channel
-- ARGV[6..] field, value, ... of the entry
-- Returns the id of the new entry, or nothing for a repeat.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if redis.call('ZADD', KEYS[2], 'NX', now, ARGV[1]) == 0 then
  return false
end
redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -(2 * ARGV[2] + 1))
redis.call('PEXPIRE', KEYS[2], ARGV[3])
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], '*', unpack(ARGV, 6))
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('PUBLISH', ARGV[4], ARGV[5])
return id
