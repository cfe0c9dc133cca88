-- Ends leases whose time is over, and says which of the given ones still live, for the books.
-- KEYS[1]  prefix of the pool            ARGV[1]  moment, see pool.lua
-- ARGV[2]  and on: lease ids that the books believe to be over
-- Returns {now (epoch ms), number reaped, {lease id, expiry (ms), fence} of each given one that lives..}, or {-1} without memory.
local meta = call('HMGET', P .. 'meta', 'epoch', 'policy')
if not meta[1] then
  return {-1}
end
policy = meta[2]
local answer = {now, reap(1000)}
for at = 2, #ARGV do
  local expiry = call('ZSCORE', P .. 'live', ARGV[at])
  if expiry and tonumber(expiry) > now then
    local raw = call('GET', P .. 'l|' .. ARGV[at])
    local lease = raw and leaseOf(raw)
    if lease then
      answer[#answer + 1] = {ARGV[at], tonumber(expiry), tonumber(lease.fence)}
    end
  end
end
return answer
