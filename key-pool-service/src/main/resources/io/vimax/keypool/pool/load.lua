-- Takes over a newer configuration; what did not change is left alone, so that a pool of thousands of keys changes one cheaply.
-- KEYS[1]  prefix of the pool            ARGV[1]  moment, see pool.lua
-- ARGV[2]  version                       ARGV[3]  moment (ms) from which the calendar boundaries run out
-- ARGV[4]  policy                        ARGV[5]  and on: field and value of every entry of cfg, in turn
-- Returns the version that the server has now.
local version = tonumber(ARGV[2])
local meta = call('HMGET', P .. 'meta', 'v', 'horizon', 'policy')
local known = tonumber(meta[1] or 0)
if known > version or (known == version and tonumber(meta[2] or 0) >= tonumber(ARGV[3])) then
  return known
end
policy = ARGV[4]

local old, removed, changed, all = {}, {}, {}, call('HGETALL', P .. 'cfg')
for at = 1, #all, 2 do
  old[all[at]] = all[at + 1]
  removed[all[at]] = true
end
for at = 5, #ARGV, 2 do
  if old[ARGV[at]] ~= ARGV[at + 1] then
    changed[ARGV[at]] = ARGV[at + 1]
  end
  removed[ARGV[at]] = nil
end

local function before(field)
  return old[field] and cjson.decode(old[field])
end

local function takeOut(keyId)
  local key = before('k|' .. keyId)
  local scope = key and before('s|' .. key.s)
  if scope then
    local group = groupOf(scope)
    call('SREM', P .. 'x|' .. group, keyId)
    for _, model in ipairs(call('HKEYS', P .. 'm|' .. group)) do
      call('ZREM', P .. 'q|' .. key.s .. '|' .. model, keyId)
      call('ZREM', P .. 'b|' .. key.s .. '|' .. model, keyId)
    end
  end
end

for field in pairs(removed) do
  if string.sub(field, 1, 2) == 'k|' then
    takeOut(string.sub(field, 3))
  end
end
for field in pairs(changed) do
  if string.sub(field, 1, 2) == 'k|' then
    takeOut(string.sub(field, 3))
  end
end
for field in pairs(removed) do
  call('HDEL', P .. 'cfg', field)
  if string.sub(field, 1, 2) == 's|' then
    -- It may come back when its keys are resumed, and then its counts must still be there.
    call('PEXPIRE', P .. 'u|' .. string.sub(field, 3), 3456000000)
  end
end
for field, value in pairs(changed) do
  call('HSET', P .. 'cfg', field, value)
end
-- Plans are worked out anew when they are next needed.
for _, model in ipairs(call('SMEMBERS', P .. 'plans')) do
  call('DEL', P .. 'p|' .. model)
end
call('DEL', P .. 'plans')

if meta[3] and meta[3] ~= policy then
  -- Every score is another now: all rings are built anew when they are next needed.
  for _, group in ipairs(call('SMEMBERS', P .. 'groups')) do
    for _, model in ipairs(call('HKEYS', P .. 'm|' .. group)) do
      for _, keyId in ipairs(call('SMEMBERS', P .. 'x|' .. group)) do
        local key = configured('k|' .. keyId)
        if key then
          call('DEL', P .. 'q|' .. key.s .. '|' .. model, P .. 'b|' .. key.s .. '|' .. model)
        end
      end
      call('DEL', P .. 'r|' .. group .. '|' .. model, P .. 'w|' .. group .. '|' .. model)
    end
    call('DEL', P .. 'm|' .. group)
  end
end

-- Live leases count for limits that came later, too.
for _, id in ipairs(call('ZRANGE', P .. 'live', 0, -1)) do
  local raw = call('GET', P .. 'l|' .. id)
  local lease = raw and leaseOf(raw)
  if lease and (changed['s|' .. lease.scope] or changed['k|' .. lease.key]) then
    local scope, key = configured('s|' .. lease.scope), configured('k|' .. lease.key)
    if scope and key then
      local bits = 0
      for _, limit in ipairs((limitsOf(lease.scope, scope, lease.key, key, lease.model))) do
        local holder = limit[4]
        if limit[1] == 'flight' then
          call('ZADD', P .. 'i|' .. holder, lease.expiry, id)
          bits = bits + bitOf(holder, lease.scope, lease.key)
        end
      end
      for bit, holder in pairs({[1] = lease.scope, [2] = lease.scope .. '|' .. lease.model, [4] = lease.key,
        [8] = lease.key .. '|' .. lease.model}) do
        if math.floor(bits / bit) % 2 == 0 then
          call('ZREM', P .. 'i|' .. holder, id)
        end
      end
      call('SET', P .. 'l|' .. id, string.format('%s %d %d %d %d %s %s %s', lease.fence, lease.expiry, lease.granted,
        lease.price, bits, lease.key, lease.scope, lease.model), 'KEEPTTL')
    end
  end
end

-- Where the books and the rests disagree about a key, the books are right: somebody checked it, or this server is new.
local function agree(id, entry)
  local hash, was = P .. 'u|' .. entry.s, before('k|' .. id)
  if entry.t then
    local holder = entry.t == 'out_of_credit' and entry.s or id
    if call('HEXISTS', hash, 'c|' .. holder) == 0 then
      mark(hash, 'c|' .. holder, string.format('%d 1 %d 1 - %s', now + 3600000, now, entry.t))
    end
  elseif was and was.t then
    unmark(hash, 'c|' .. id)
    if was.t == 'out_of_credit' then
      unmark(hash, 'c|' .. entry.s)
    end
  end
end

for field in pairs(changed) do
  local kind, id = string.sub(field, 1, 2), string.sub(field, 3)
  local entry = configured(field)
  if kind == 'k|' then
    local scope = configured('s|' .. entry.s)
    if scope then
      local group = groupOf(scope)
      call('SADD', P .. 'groups', group)
      call('SADD', P .. 'x|' .. group, id)
      agree(id, entry)
      replace(group, entry.s, id, call('HKEYS', P .. 'm|' .. group))
    end
  elseif kind == 's|' then
    call('PERSIST', P .. 'u|' .. id)
    local group = groupOf(entry)
    for _, model in ipairs(call('HKEYS', P .. 'm|' .. group)) do
      refresh(group, id, model)
    end
  end
end
call('HSET', P .. 'meta', 'v', version, 'horizon', ARGV[3], 'policy', policy)
return version
