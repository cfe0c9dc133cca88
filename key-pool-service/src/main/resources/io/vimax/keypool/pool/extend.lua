-- Extends live leases; a lease that has ended, or another's fence, extends nothing.
-- KEYS[1]  prefix of the pool            ARGV[1]  moment, see pool.lua
-- ARGV[2]  lease id                      ARGV[3]  fence of the caller
-- ARGV[4]  length from now (ms); a lease is never made shorter
-- Returns the new expiry (epoch ms), or 0 when the lease is lost, or -1 when this server has lost its memory.
local raw = call('GET', P .. 'l|' .. ARGV[2])
local lease = raw and leaseOf(raw)
if not lease then
  return call('HEXISTS', P .. 'meta', 'epoch') == 1 and 0 or -1
end
if lease.fence ~= ARGV[3] or lease.expiry <= now or not call('ZSCORE', P .. 'live', ARGV[2]) then
  return 0
end
local expiry = math.max(lease.expiry, now + tonumber(ARGV[4]))
call('ZADD', P .. 'live', expiry, ARGV[2])
for _, holder in ipairs(holdersOf(lease)) do
  call('ZADD', P .. 'i|' .. holder, expiry, ARGV[2])
end
call('SET', P .. 'l|' .. ARGV[2], string.format('%s %d %d %d %d %s %s %s', lease.fence, expiry, lease.granted,
  lease.price, lease.counted, lease.key, lease.scope, lease.model), 'PX', expiry - now + REMEMBERED)
return expiry
