-- What the scripts of a pool share. Pool.java puts this text in front of each of them: helpers can be called, and the layout below
-- is written down, in one place only.
-- KEYS[1]  prefix of the pool with its hash tag; every name below begins with it, so that a cluster keeps them in one slot
-- ARGV[1]  '' for the clock of this server; tests give a moment (epoch ms) and so move time without waiting
--
--   meta                 hash   epoch, v (version of the configuration), horizon (ms), policy, fence, c|MODEL and brk (rests)
--   cfg                  hash   s|SCOPE, k|KEY, z|ZONE: the configuration, JSON
--   x|GROUP              set    keys of a group; a group is a person, or '-' for what belongs to everybody
--   m|GROUP              hash   models for which the group's rings are built
--   r|GROUP|MODEL        zset   ring: scopes that may lend, by the score of their best key
--   w|GROUP|MODEL        zset   scopes by the moment (ms) at which something of theirs may become free
--   q|SCOPE|MODEL        zset   keys that may be lent, by score: the lowest is lent next
--   b|SCOPE|MODEL        zset   keys that wait, by the moment (ms) before which they are surely not free
--   u|SCOPE              hash   c|HOLDER rest, u|KEY last fence, n|HOLDER|KIND calendar count, a|HOLDER|KIND learned limit
--   g|HOLDER|KIND        list   grants (ms, newest first) of a rolling window, trimmed to the limit: its N-th entry decides
--   i|HOLDER             zset   live leases of a holder by expiry (ms)
--   live                 zset   all live leases by expiry (ms)
--   l|LEASE              string a lease, or what was answered when it was settled
--   bad|KIND, good       zset   keys by their last failure and success (ms), only while there is trouble
-- A holder is SCOPE, SCOPE|MODEL, KEY or KEY|MODEL. Scores and moments in rings are hints that never lie late: what they offer is
-- examined before it is lent, and put back where it belongs when it is not free. So a limit is kept whatever the rings say.
local call, P = redis.call, KEYS[1]
local now, late = tonumber(ARGV[1]), tonumber(ARGV[1])
if not now then
  local time = call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
  -- Grants are logged rounded up and windows compared rounded down, so that no window is a fraction of a millisecond short.
  late = time[2] % 1000 == 0 and now or now + 1
end
local policy

-- The lower the better. Whole numbers below 2^53, so that a double keeps them exactly; the fence of the last grant breaks ties.
local function score(key, load, used)
  if policy == 'round_robin' then
    return used
  elseif policy == 'priority' then
    return (key.p * 131072 + math.min(math.floor(load * 64 / key.w), 131071)) * 67108864 + used % 67108864
  end
  return math.min(math.floor(load * 1024 / key.w), 4194303) * 2147483648 + used % 2147483648
end

local parsed = {}
local function configured(field)
  local known = parsed[field]
  if known == nil then
    local raw = call('HGET', P .. 'cfg', field)
    known = raw and cjson.decode(raw) or false
    parsed[field] = known
  end
  return known
end

local function serves(key, model)
  if not key.m then
    return true
  end
  for _, name in ipairs(key.m) do
    if name == model then
      return true
    end
  end
  return false
end

local function groupOf(scope)
  return scope.o or '-'
end

-- The limits that apply: {kind, most, window (ms), holder, field of its state}; those of the scope first.
local function limitsOf(scopeId, scope, keyId, key, model)
  local all, ofScope = {}, 0
  for level = 1, 2 do
    local id, lists = scopeId, scope.l
    if level == 2 then
      id, lists = keyId, key.l
    end
    for _, limit in ipairs(lists[''] or {}) do
      all[#all + 1] = {limit[1], limit[2], limit[3], id}
    end
    for _, limit in ipairs(lists[model] or lists['*'] or {}) do
      all[#all + 1] = {limit[1], limit[2], limit[3], id .. '|' .. model}
    end
    if level == 1 then
      ofScope = #all
    end
  end
  return all, ofScope
end

local REASON = {flight = 'in_flight', minute = 'requests_per_minute', clock_minute = 'requests_per_minute',
  day = 'requests_per_day', clock_day = 'requests_per_day', spend_day = 'spend', spend_month = 'spend'}
local CALENDAR = {clock_minute = true, clock_day = true, spend_day = true, spend_month = true}

-- A rest: 'until n since half probe reason', where n counts failures in a row and half means that one job may try after it.
-- Returns the moment it ends (0 when it is over), the reason, and whether the next grant is the one that tries.
local function restOf(raw)
  if not raw then
    return 0
  end
  local untilMs, half, probe, reason = string.match(raw, '^(%d+) %d+ %d+ (%d) (%S+) (%S+)')
  untilMs = tonumber(untilMs)
  if untilMs > now then
    return untilMs, reason, false
  end
  if half == '0' then
    return 0
  end
  local expiry = probe ~= '-' and tonumber(call('ZSCORE', P .. 'live', probe) or 0) or 0
  if expiry > now then
    return expiry, 'probing', false
  end
  return 0, nil, true
end

local function withProbe(raw, lease)
  return (string.gsub(raw, '^(%d+ %d+ %d+ %d) %S+ ', '%1 ' .. lease .. ' ', 1))
end

-- End and start of the calendar window that now lies in, from the ascending boundaries that Java computed.
local function windowOf(kind, zone)
  if kind == 'clock_minute' then
    local start = math.floor(now / 60000) * 60000
    return start + 60000, start
  end
  local boundaries, start = configured('z|' .. zone), 0
  for _, moment in ipairs(kind == 'spend_month' and boundaries.m or boundaries.d) do
    if moment > now then
      return moment, start
    end
    start = moment
  end
  return start + 86400000, start
end

-- A calendar count 'n:until:start'; only 0 when its window is over.
local function countOf(raw)
  if raw then
    local n, untilMs, start = string.match(raw, '^(%d+):(%d+):(%d+)$')
    if tonumber(untilMs) > now then
      return tonumber(n), tonumber(untilMs), tonumber(start)
    end
  end
  return 0
end

-- The count with more on top. Nothing is ever counted below zero.
local function counted(kind, zone, raw, more)
  local n, untilMs, start = countOf(raw)
  if not untilMs then
    untilMs, start = windowOf(kind, zone)
  end
  return string.format('%.0f:%.0f:%.0f', math.max(0, n + more), untilMs, start), start
end

-- The moment from which one limit allows one more: 0 when it does now. Second: true when only this price is too high.
local function freeAt(limit, state, price)
  local kind, most, holder = limit[1], limit[2], limit[4]
  local learned = state['a|' .. holder .. '|' .. kind]
  if learned then
    most = math.min(most, math.max(1, math.floor(tonumber(string.match(learned, '^%S+')))))
  end
  if kind == 'flight' then
    local live = P .. 'i|' .. holder
    if call('ZCARD', live) < most then
      return 0
    end
    call('ZREMRANGEBYSCORE', live, '-inf', now)
    local n = call('ZCARD', live)
    return n < most and 0 or tonumber(call('ZRANGE', live, n - most, n - most, 'WITHSCORES')[2])
  elseif CALENDAR[kind] then
    local n, untilMs = countOf(state['n|' .. holder .. '|' .. kind])
    if kind == 'spend_day' or kind == 'spend_month' then
      if n < most and n + price > most then
        return untilMs or (windowOf(kind, state.zone)), true
      end
    end
    return n < most and 0 or untilMs
  end
  local newest = call('LINDEX', P .. 'g|' .. holder .. '|' .. kind, most - 1)
  return newest and newest + limit[3] > now and newest + limit[3] or 0
end

local function note(seen, ofScope, free, why, soft)
  if ofScope then
    if free > seen.scopeAt then
      seen.scopeAt, seen.scopeWhy = free, why
    end
    if not soft and free > seen.scopeHard then
      seen.scopeHard = free
    end
  else
    if free > seen.keyAt then
      seen.keyAt, seen.keyWhy = free, why
    end
    if not soft and free > seen.keyHard then
      seen.keyHard = free
    end
  end
end

-- Everything that decides whether a key can be lent for a model now.
-- Returns {scopeAt, scopeWhy, keyAt, keyWhy, scopeHard, keyHard, limits, state, probes, used}: when scope and key are free (0 is now),
-- for this price, and with Hard for any price.
local function examine(scopeId, scope, keyId, key, model, price)
  local limits, ofScope = limitsOf(scopeId, scope, keyId, key, model)
  local fields = {'c|' .. scopeId, 'c|' .. scopeId .. '|' .. model, 'c|' .. keyId, 'c|' .. keyId .. '|' .. model, 'u|' .. keyId, 'learned'}
  for _, limit in ipairs(limits) do
    if CALENDAR[limit[1]] then
      fields[#fields + 1] = 'n|' .. limit[4] .. '|' .. limit[1]
    end
  end
  local values = call('HMGET', P .. 'u|' .. scopeId, unpack(fields))
  if values[6] then
    -- Learned limits are rare; only where there are some are they read.
    for _, limit in ipairs(limits) do
      local field = 'a|' .. limit[4] .. '|' .. limit[1]
      values[#fields + 1] = call('HGET', P .. 'u|' .. scopeId, field)
      fields[#fields + 1] = field
    end
  end
  local state = {zone = scope.z}
  for at, field in ipairs(fields) do
    state[field] = values[at]
  end
  local seen = {scopeAt = 0, keyAt = 0, scopeHard = 0, keyHard = 0, limits = limits, state = state, used = tonumber(values[5] or 0)}
  for at = 1, 4 do
    local untilMs, why, probe = restOf(values[at])
    note(seen, at <= 2, untilMs, why)
    if probe then
      seen.probes = seen.probes or {}
      seen.probes[fields[at]] = values[at]
    end
  end
  for at, limit in ipairs(limits) do
    local free, soft = freeAt(limit, state, price)
    note(seen, at <= ofScope, free, REASON[limit[1]], soft)
  end
  return seen
end

-- Puts a scope where it belongs in its ring after one of its keys moved; promotes keys whose moment has come.
local function refresh(group, scopeId, model, keepBlocked)
  local ready, waiting = P .. 'q|' .. scopeId .. '|' .. model, P .. 'b|' .. scopeId .. '|' .. model
  local first = call('ZRANGE', waiting, 0, 0, 'WITHSCORES')
  while first[1] and tonumber(first[2]) <= now do
    call('ZREM', waiting, first[1])
    local key = configured('k|' .. first[1])
    if key and key.s == scopeId and serves(key, model) then
      local used = tonumber(call('HGET', P .. 'u|' .. scopeId, 'u|' .. first[1]) or 0)
      call('ZADD', ready, score(key, call('ZCARD', P .. 'i|' .. first[1]), used), first[1])
    end
    first = call('ZRANGE', waiting, 0, 0, 'WITHSCORES')
  end
  local ring, events = P .. 'r|' .. group .. '|' .. model, P .. 'w|' .. group .. '|' .. model
  if keepBlocked then
    call('ZREM', ring, scopeId)
    call('ZADD', events, keepBlocked, scopeId)
    return
  end
  local head = call('ZRANGE', ready, 0, 0, 'WITHSCORES')
  if head[1] then
    call('ZADD', ring, head[2], scopeId)
  else
    call('ZREM', ring, scopeId)
  end
  if first[1] then
    call('ZADD', events, first[2], scopeId)
  else
    call('ZREM', events, scopeId)
  end
end

-- Puts one key where it belongs in every ring that is built for its group, and wakes its scope there.
local function replace(group, scopeId, keyId, key, models)
  local load = call('ZCARD', P .. 'i|' .. keyId)
  local used = tonumber(call('HGET', P .. 'u|' .. scopeId, 'u|' .. keyId) or 0)
  for _, model in ipairs(models) do
    if serves(key, model) then
      call('ZREM', P .. 'b|' .. scopeId .. '|' .. model, keyId)
      call('ZADD', P .. 'q|' .. scopeId .. '|' .. model, score(key, load, used), keyId)
    end
    refresh(group, scopeId, model)
  end
end

-- A lease is 'fence expiry granted price counted key scope model'; counted is a sum of 1 scope, 2 scope and model, 8 key and model.
local function leaseOf(raw)
  local fence, expiry, granted, price, counted, key, scope, model =
    string.match(raw, '^(%d+) (%d+) (%d+) (%d+) (%d+) (%S+) (%S+) (.*)$')
  if not fence then
    return nil
  end
  return {fence = fence, expiry = tonumber(expiry), granted = tonumber(granted), price = tonumber(price),
    counted = tonumber(counted), key = key, scope = scope, model = model}
end

local function holdersOf(lease)
  local holders = {lease.key}
  if lease.counted % 2 >= 1 then holders[#holders + 1] = lease.scope end
  if lease.counted % 4 >= 2 then holders[#holders + 1] = lease.scope .. '|' .. lease.model end
  if lease.counted >= 8 then holders[#holders + 1] = lease.key .. '|' .. lease.model end
  return holders
end

-- Adds to the spending counts what a lease did cost beyond its price, where it was granted in the window that still runs.
local function spend(lease, scope, key, amount)
  if amount == 0 then
    return
  end
  for _, limit in ipairs((limitsOf(lease.scope, scope, lease.key, key, lease.model))) do
    if limit[1] == 'spend_day' or limit[1] == 'spend_month' then
      local field = 'n|' .. limit[4] .. '|' .. limit[1]
      local count, start = counted(limit[1], scope.z, call('HGET', P .. 'u|' .. lease.scope, field), amount)
      if lease.granted >= start then
        call('HSET', P .. 'u|' .. lease.scope, field, count)
      end
    end
  end
end

-- Frees what a lease holds; what it cost replaces what was reserved for it.
local function release(id, lease, cost)
  call('ZREM', P .. 'live', id)
  for _, holder in ipairs(holdersOf(lease)) do
    call('ZREM', P .. 'i|' .. holder, id)
  end
  local scope, key = configured('s|' .. lease.scope), configured('k|' .. lease.key)
  if scope and key then
    spend(lease, scope, key, cost - lease.price)
    replace(groupOf(scope), lease.scope, lease.key, key, call('HKEYS', P .. 'm|' .. groupOf(scope)))
  end
end

-- Ends leases whose time is over. What was reserved for them stays spent: nobody said that it was not.
local function reap(most)
  local over = call('ZRANGEBYSCORE', P .. 'live', '-inf', now, 'LIMIT', 0, most)
  for _, id in ipairs(over) do
    local raw = call('GET', P .. 'l|' .. id)
    local lease = raw and leaseOf(raw)
    if lease then
      release(id, lease, lease.price)
    else
      call('ZREM', P .. 'live', id)
    end
  end
  return #over
end
