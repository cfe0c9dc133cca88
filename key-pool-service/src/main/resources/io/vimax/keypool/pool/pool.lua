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
--   p|MODEL              hash   KEY: plan, what decides about the key for the model, worked out from cfg (MessagePack)
--   plans                set    models that have plans
--   u|SCOPE              hash   u|KEY 'fence load': last fence, live leases; n|HOLDER|KIND calendar count, c|HOLDER rest, a|HOLDER|KIND learned limit, and
--                               marks: how many of the last two there are, so that the usual call need not look for any
--   g|HOLDER|KIND        list   grants (ms, newest last) of a rolling window, trimmed to the limit: its N-th newest decides
--   i|HOLDER             zset   live leases by expiry (ms) of a holder that has a limit of them
--   live                 zset   all live leases by expiry (ms)
--   l|LEASE              string a lease, or what was answered when it was settled
--   bad|KIND, good       zset   keys by their last failure and success (ms), only while there is trouble
-- A holder is SCOPE, SCOPE|MODEL, KEY or KEY|MODEL. Scores and moments in rings are hints that never lie late: what they offer is
-- examined before it is lent, and put back where it belongs when it is not free. So a limit is kept whatever the rings say.
local call, P = redis.call, KEYS[1]
local format, match, floor = string.format, string.match, math.floor
local now, late = tonumber(ARGV[1]), tonumber(ARGV[1])
if not now then
  local time = call('TIME')
  now = time[1] * 1000 + floor(time[2] / 1000)
  -- Grants are logged rounded up and windows compared rounded down, so that no window is a fraction of a millisecond short.
  late = time[2] % 1000 == 0 and now or now + 1
end
-- Redis writes out every number it is given as a double with 17 digits, which costs more than most commands: so numbers go in as text.
local function text(number)
  return format('%d', number)
end
local nowText = text(now)
local policy
-- How long (ms) after its end a lease that nobody settled is known: as long as the books take its settlement.
local REMEMBERED = 86400000
-- For so long (ms) before the end of a window of the clock nothing is lent: it might arrive in the next one (LimitKind.TRANSIT_MS).
local TRANSIT = 500

-- The lower the better. Whole numbers below 2^53, so that a double keeps them exactly; the fence of the last grant breaks ties.
local function score(weight, tier, load, used)
  if policy == 'round_robin' then
    return used
  elseif policy == 'priority' then
    return (tier * 131072 + math.min(floor(load * 64 / weight), 131071)) * 67108864 + used % 67108864
  end
  return math.min(floor(load * 1024 / weight), 4194303) * 2147483648 + used % 2147483648
end

-- The last fence of a key and how many of its leases live. The number only orders keys; limits never count by it.
local function useOf(raw)
  if raw then
    local used, load = match(raw, '^(%d+) (%d+)$')
    return tonumber(used), tonumber(load)
  end
  return 0, 0
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

local CALENDAR = {clock_minute = true, clock_day = true, spend_day = true, spend_month = true}

-- The limits that apply: {kind, most, window (ms), holder}, those of the scope first; and how many those are.
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

-- Whose a limit is: 1 scope, 2 scope and model, 4 key, 8 key and model.
local function bitOf(holder, scopeId, keyId)
  if holder == scopeId then
    return 1
  elseif holder == keyId then
    return 4
  end
  return string.sub(holder, 1, #scopeId) == scopeId and 2 or 8
end

local function holderOf(bit, scopeId, keyId, model)
  if bit == 1 then
    return scopeId
  elseif bit == 4 then
    return keyId
  end
  return (bit == 2 and scopeId or keyId) .. '|' .. model
end

-- The plan of a key for a model: {scope, weight, tier, group, zone, number of limits, of those the scope's, then for each limit
-- kind, most, window (ms), bit of the holder}; nothing when the key may not be lent for it. Every call reads one, so it is small.
local plans = {}
local function planOf(keyId, model)
  local name = keyId .. model
  local plan = plans[name]
  if plan == nil then
    local raw = call('HGET', P .. 'p|' .. model, keyId)
    if raw then
      plan = cmsgpack.unpack(raw)
    else
      local key = configured('k|' .. keyId)
      local scope = key and configured('s|' .. key.s)
      if scope and serves(key, model) then
        local limits, ofScope = limitsOf(key.s, scope, keyId, key, model)
        plan = {key.s, key.w, key.p, groupOf(scope), scope.z, #limits, ofScope}
        for _, limit in ipairs(limits) do
          plan[#plan + 1] = limit[1]
          plan[#plan + 1] = limit[2]
          plan[#plan + 1] = limit[3]
          plan[#plan + 1] = bitOf(limit[4], key.s, keyId)
        end
        call('HSET', P .. 'p|' .. model, keyId, cmsgpack.pack(plan))
        call('SADD', P .. 'plans', model)
      end
    end
    plans[name] = plan or false
  end
  return plan
end

-- Sets or ends what is rare in the state of a scope: a rest or a learned limit.
local function mark(hash, field, value)
  if call('HSET', hash, field, value) == 1 then
    call('HINCRBY', hash, 'marks', 1)
  end
end
local function unmark(hash, field)
  local gone = call('HDEL', hash, field)
  if gone == 1 and call('HINCRBY', hash, 'marks', -1) <= 0 then
    call('HDEL', hash, 'marks')
  end
  return gone
end

local REASON = {flight = 'in_flight', minute = 'requests_per_minute', clock_minute = 'requests_per_minute',
  day = 'requests_per_day', clock_day = 'requests_per_day', spend_day = 'spend', spend_month = 'spend'}

-- Leases of this call with their expiry (ms), which are entered as live all at once when it ends.
local fresh = {}

-- A rest: 'until n since half probe reason', where n counts failures in a row and half means that one job may try after it.
-- Returns the moment it ends (0 when it is over), the reason, and whether the next grant is the one that tries.
local function restOf(raw)
  if not raw then
    return 0
  end
  local untilMs, half, probe, reason = match(raw, '^(%d+) %d+ %d+ (%d) (%S+) (%S+)')
  untilMs = tonumber(untilMs)
  if untilMs > now then
    return untilMs, reason, false
  end
  if half == '0' then
    return 0
  end
  local expiry = probe ~= '-' and tonumber(fresh[probe] or call('ZSCORE', P .. 'live', probe) or 0) or 0
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
    local start = floor(now / 60000) * 60000
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

-- A calendar count 'n:until:start'; only 0 when its window is over. Fourth: ':until:start' as it stands there.
local function countOf(raw)
  if raw then
    local n, window, untilText, start = match(raw, '^(%d+)(:(%d+):(%d+))$')
    local untilMs = tonumber(untilText)
    if untilMs > now then
      return tonumber(n), untilMs, tonumber(start), window
    end
  end
  return 0
end

-- The count with more on top. Nothing is ever counted below zero.
local function counted(kind, zone, raw, more)
  local n, untilMs, start, window = countOf(raw)
  if not untilMs then
    untilMs, start = windowOf(kind, zone)
    window = format(':%d:%d', untilMs, start)
  end
  return text(math.max(0, n + more)) .. window, start
end

-- The moment from which one limit allows one more: 0 when it does now. Second: true when only this price is too high. Third: how many
-- more it surely allows now.
-- entry is the value of a calendar count, else the name of what is counted; learned is the lower limit that a provider taught us.
local function freeAt(kind, most, window, entry, learned, price, zone)
  if learned then
    most = math.min(most, math.max(1, floor(tonumber(match(learned, '^%S+')))))
  end
  if kind == 'flight' then
    local n = call('ZCARD', entry)
    if n < most then
      return 0, false, most - n
    end
    call('ZREMRANGEBYSCORE', entry, '-inf', nowText)
    n = call('ZCARD', entry)
    if n < most then
      return 0, false, most - n
    end
    return tonumber(call('ZRANGE', entry, text(n - most), text(n - most), 'WITHSCORES')[2])
  elseif CALENDAR[kind] then
    local n, untilMs = countOf(entry)
    if n >= most then
      return untilMs
    elseif kind == 'spend_day' or kind == 'spend_month' then
      if n + price > most then
        return untilMs or (windowOf(kind, zone)), true
      end
      return 0, false, price > 0 and floor((most - n) / price) or most
    end
    untilMs = untilMs or (windowOf(kind, zone))
    return untilMs - now <= TRANSIT and untilMs or 0, false, most - n
  end
  local n = call('LLEN', entry)
  if n < most then
    return 0, false, most - n
  end
  local nth = call('LINDEX', entry, text(-most)) + window
  return nth > now and nth or 0, false, 1
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
-- Returns {scopeAt, scopeWhy, keyAt, keyWhy, scopeHard, keyHard, hash, fields, values, probes, used, load, room}: when scope and key are
-- free (0 is now) for this price, and with Hard for any price; the state, its fields and values, calendar counts from the third on in
-- the order of the plan; rests whose one try this would be; how many leases all limits surely allow when they allow one.
local function examine(keyId, model, plan, price)
  local scopeId, last = plan[1], 7 + plan[6] * 4
  local hash, fields = P .. 'u|' .. scopeId, {'marks', 'u|' .. keyId}
  for at = 8, last, 4 do
    if CALENDAR[plan[at]] then
      fields[#fields + 1] = 'n|' .. holderOf(plan[at + 3], scopeId, keyId, model) .. '|' .. plan[at]
    end
  end
  local values = call('HMGET', hash, unpack(fields))
  local used, load = useOf(values[2])
  local seen = {scopeAt = 0, scopeWhy = false, keyAt = 0, keyWhy = false, scopeHard = 0, keyHard = 0, hash = hash, fields = fields,
    values = values, probes = false, used = used, load = load, room = math.huge}
  local learned
  if values[1] then
    local rare = {'c|' .. scopeId, 'c|' .. scopeId .. '|' .. model, 'c|' .. keyId, 'c|' .. keyId .. '|' .. model}
    for at = 8, last, 4 do
      rare[#rare + 1] = 'a|' .. holderOf(plan[at + 3], scopeId, keyId, model) .. '|' .. plan[at]
    end
    learned = call('HMGET', hash, unpack(rare))
    for at = 1, 4 do
      local untilMs, why, probe = restOf(learned[at])
      note(seen, at <= 2, untilMs, why)
      if probe then
        seen.probes = seen.probes or {}
        seen.probes[rare[at]] = learned[at]
        seen.room = 1
      end
    end
  end
  local count = 2
  for number = 1, plan[6] do
    local at = 4 + number * 4
    local kind, entry = plan[at], nil
    if CALENDAR[kind] then
      count = count + 1
      entry = values[count]
    else
      local holder = holderOf(plan[at + 3], scopeId, keyId, model)
      entry = kind == 'flight' and P .. 'i|' .. holder or P .. 'g|' .. holder .. '|' .. kind
    end
    local free, soft, room = freeAt(kind, plan[at + 1], plan[at + 2], entry, learned and learned[4 + number], price, plan[5])
    if free > 0 then
      note(seen, number <= plan[7], free, REASON[kind], soft)
    elseif room < seen.room then
      seen.room = room
    end
  end
  return seen
end

-- Puts a scope where it belongs in its ring after one of its keys moved; promotes keys whose moment has come.
local function refresh(group, scopeId, model, keepBlocked)
  local ready, waiting = P .. 'q|' .. scopeId .. '|' .. model, P .. 'b|' .. scopeId .. '|' .. model
  local first = call('ZRANGE', waiting, '0', '0', 'WITHSCORES')
  while first[1] and tonumber(first[2]) <= now do
    call('ZREM', waiting, first[1])
    local plan = planOf(first[1], model)
    if plan and plan[1] == scopeId then
      local used, load = useOf(call('HGET', P .. 'u|' .. scopeId, 'u|' .. first[1]))
      call('ZADD', ready, text(score(plan[2], plan[3], load, used)), first[1])
    end
    first = call('ZRANGE', waiting, '0', '0', 'WITHSCORES')
  end
  local ring, events = P .. 'r|' .. group .. '|' .. model, P .. 'w|' .. group .. '|' .. model
  if keepBlocked then
    call('ZREM', ring, scopeId)
    call('ZADD', events, text(keepBlocked), scopeId)
    return
  end
  local head = call('ZRANGE', ready, '0', '0', 'WITHSCORES')
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
local function replace(group, scopeId, keyId, models)
  local used, load = useOf(call('HGET', P .. 'u|' .. scopeId, 'u|' .. keyId))
  for _, model in ipairs(models) do
    local plan = planOf(keyId, model)
    if plan then
      call('ZREM', P .. 'b|' .. scopeId .. '|' .. model, keyId)
      call('ZADD', P .. 'q|' .. scopeId .. '|' .. model, text(score(plan[2], plan[3], load, used)), keyId)
    end
    refresh(group, scopeId, model)
  end
end

-- A lease is 'fence expiry granted price counted key scope model'; counted is the
-- sum of the bits of the holders in whose sets of live leases it stands.
local function leaseOf(raw)
  local fence, expiry, granted, price, counted, key, scope, model =
    match(raw, '^(%d+) (%d+) (%d+) (%d+) (%d+) (%S+) (%S+) (.*)$')
  if not fence then
    return nil
  end
  return {fence = fence, expiry = tonumber(expiry), granted = tonumber(granted), price = tonumber(price),
    counted = tonumber(counted), key = key, scope = scope, model = model}
end

local function holdersOf(lease)
  local holders = {}
  if lease.counted % 2 >= 1 then holders[#holders + 1] = lease.scope end
  if lease.counted % 4 >= 2 then holders[#holders + 1] = lease.scope .. '|' .. lease.model end
  if lease.counted % 8 >= 4 then holders[#holders + 1] = lease.key end
  if lease.counted >= 8 then holders[#holders + 1] = lease.key .. '|' .. lease.model end
  return holders
end

-- Adds to the spending counts what a lease did cost beyond its price, where it was granted in the window that still runs.
local function spend(lease, plan, amount)
  for at = 8, 7 + plan[6] * 4, 4 do
    local kind = plan[at]
    if kind == 'spend_day' or kind == 'spend_month' then
      local hash = P .. 'u|' .. lease.scope
      local field = 'n|' .. holderOf(plan[at + 3], lease.scope, lease.key, lease.model) .. '|' .. kind
      local count, start = counted(kind, plan[5], call('HGET', hash, field), amount)
      if lease.granted >= start then
        call('HSET', hash, field, count)
      end
    end
  end
end

-- Frees what a lease holds; what it cost replaces what was reserved for it.
local function release(id, lease, cost)
  if call('ZREM', P .. 'live', id) == 1 then
    local hash = P .. 'u|' .. lease.scope
    local used, load = useOf(call('HGET', hash, 'u|' .. lease.key))
    call('HSET', hash, 'u|' .. lease.key, format('%d %d', used, math.max(0, load - 1)))
  end
  for _, holder in ipairs(holdersOf(lease)) do
    call('ZREM', P .. 'i|' .. holder, id)
  end
  local plan = planOf(lease.key, lease.model)
  if plan then
    if cost ~= lease.price then
      spend(lease, plan, cost - lease.price)
    end
    replace(plan[4], lease.scope, lease.key, call('HKEYS', P .. 'm|' .. plan[4]))
  else
    -- Its key is not lent any more, but what it held of its account is free again.
    local scope = configured('s|' .. lease.scope)
    for _, model in ipairs(scope and call('HKEYS', P .. 'm|' .. groupOf(scope)) or {}) do
      refresh(groupOf(scope), lease.scope, model)
    end
  end
  return plan
end

-- Ends leases whose time is over. What was reserved for them stays spent: nobody said that it was not.
local function reap(most)
  local over = call('ZRANGEBYSCORE', P .. 'live', '-inf', nowText, 'LIMIT', '0', text(most))
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
