-- Lends the least loaded key that is free on every limit that applies to it, or says how long to wait; all or nothing.
-- KEYS[1]  prefix of the pool, with its hash tag; every key below begins with it, so that a cluster keeps them in one slot
-- ARGV[1]  lease id; the same id again gets the same answer while the lease lives
-- ARGV[2]  lease length (ms)
-- ARGV[3]  candidates as JSON: [{key, scope, weight, limits: [{holder, kind, most, window_ms}]}]
--          kind in_flight counts live leases of the holder; kind rate counts grants within window_ms
-- Returns {1, key, scope, fence, expiry (epoch ms)} when granted,
--         {0, reason, wait (ms)} when every candidate is taken,
--         {-1} when this server has lost its memory and the books must be copied in first.
local pool = KEYS[1]
if redis.call('EXISTS', pool .. 'epoch') == 0 then
  return {-1}
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local held = redis.call('HMGET', pool .. 'lease:' .. ARGV[1], 'key', 'scope', 'fence', 'expiry')
if held[1] and tonumber(held[4]) > now then
  return {1, held[1], held[2], tonumber(held[3]), tonumber(held[4])}
end

local function waitFor(limit)
  if limit.kind == 'in_flight' then
    local live = pool .. 'live:' .. limit.holder
    redis.call('ZREMRANGEBYSCORE', live, '-inf', now)
    if redis.call('ZCARD', live) >= limit.most then
      return tonumber(redis.call('ZRANGE', live, 0, 0, 'WITHSCORES')[2]) - now
    end
  else
    -- The list is trimmed to the limit, so its last entry is the grant that must have left the window.
    local log = pool .. 'log:' .. limit.holder
    if redis.call('LLEN', log) >= limit.most then
      local oldest = tonumber(redis.call('LINDEX', log, limit.most - 1))
      if oldest + limit.window_ms > now then
        return oldest + limit.window_ms - now
      end
    end
  end
  return 0
end

local best, bestLoad, bestUsed, shortest, reason
for _, candidate in ipairs(cjson.decode(ARGV[3])) do
  local wait, why = 0, 'free'
  for _, holder in ipairs({candidate.key, candidate.scope}) do
    local untilMs = tonumber(redis.call('GET', pool .. 'cool:' .. holder) or 0)
    if untilMs - now > wait then
      wait, why = untilMs - now, 'cooling'
    end
  end
  for _, limit in ipairs(candidate.limits) do
    local limitWait = waitFor(limit)
    if limitWait > wait then
      wait, why = limitWait, limit.reason
    end
  end
  if wait > 0 then
    if not shortest or wait < shortest then
      shortest, reason = wait, why
    end
  else
    redis.call('ZREMRANGEBYSCORE', pool .. 'live:' .. candidate.key, '-inf', now)
    local load = redis.call('ZCARD', pool .. 'live:' .. candidate.key) / candidate.weight
    local used = tonumber(redis.call('GET', pool .. 'used:' .. candidate.key) or 0)
    if not best or load < bestLoad or (load == bestLoad and used < bestUsed) then
      best, bestLoad, bestUsed = candidate, load, used
    end
  end
end
if not best then
  return {0, reason, shortest}
end

local length = tonumber(ARGV[2])
local expiry = now + length
local fence = redis.call('INCR', pool .. 'fence')
local holders = {best.key}
redis.call('ZADD', pool .. 'live:' .. best.key, expiry, ARGV[1])
for _, limit in ipairs(best.limits) do
  if limit.kind == 'in_flight' then
    redis.call('ZADD', pool .. 'live:' .. limit.holder, expiry, ARGV[1])
    holders[#holders + 1] = limit.holder
  else
    redis.call('LPUSH', pool .. 'log:' .. limit.holder, now)
    redis.call('LTRIM', pool .. 'log:' .. limit.holder, 0, limit.most - 1)
    redis.call('PEXPIRE', pool .. 'log:' .. limit.holder, limit.window_ms + 60000)
  end
end
redis.call('SET', pool .. 'used:' .. best.key, now, 'PX', 86400000)
local lease = pool .. 'lease:' .. ARGV[1]
redis.call('HSET', lease, 'key', best.key, 'scope', best.scope, 'fence', fence, 'expiry', expiry,
  'holders', cjson.encode(holders))
redis.call('PEXPIREAT', lease, expiry + 60000)
return {1, best.key, best.scope, fence, expiry}
