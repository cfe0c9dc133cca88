-- Reads what a person's stream has after a cursor, and says when the stream cannot tell.
-- KEYS[1]  stream; begun here if there is none, so that every cursor is the id of an entry
-- ARGV[1]  cursor: id of the last entry that was read, or empty to begin at the end
-- ARGV[2]  most entries
-- ARGV[3]  life of a stream that is begun here (ms)
-- Returns {'at', end} without a cursor, {'lost', end} if entries after the cursor may be missing,
-- else {'events', {{id, {field, value, ...}}, ...}}.
local function before(a, b)
  local ams, aseq = a:match('(%d+)-(%d+)')
  local bms, bseq = b:match('(%d+)-(%d+)')
  ams, aseq, bms, bseq = tonumber(ams), tonumber(aseq), tonumber(bms), tonumber(bseq)
  return ams < bms or (ams == bms and aseq < bseq)
end
local cursor = ARGV[1]
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
if not last then
  local id = redis.call('XADD', KEYS[1], '*', 'type', 'begin')
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  return {cursor == '' and 'at' or 'lost', id}
end
if cursor == '' then
  return {'at', last[1]}
end
local first = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1]
if before(cursor, first[1]) or before(last[1], cursor) then
  return {'lost', last[1]}
end
return {'events', redis.call('XRANGE', KEYS[1], '(' .. cursor, '+', 'COUNT', ARGV[2])}
