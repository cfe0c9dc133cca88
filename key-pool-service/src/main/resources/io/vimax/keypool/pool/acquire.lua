-- Lends the best keys that are free on every limit that applies, or says how long to wait; each lease all or nothing.
-- KEYS[1]  prefix of the pool            ARGV[1]  moment, see pool.lua
-- ARGV[2]  version of the configuration that the caller knows
-- ARGV[3]  model                         ARGV[4]  length of a lease (ms)
-- ARGV[5]  price to reserve per lease (millionths of a US dollar), 0 when unknown
-- ARGV[6]  groups whose keys may be lent, with a space between
-- ARGV[7]  keys that must not be lent    ARGV[8]  key that is best, or ''
-- ARGV[9]  and on: lease ids; an id that is held already gets the same answer again
-- Returns {-1} when this server has lost its memory, {-2, version} when the configuration must be loaded, {-3, version} when
--         the caller's is older than the server's, or
--         {1, now, epoch, {reason, wait (ms)} or {}, {key, scope, fence, expiry, 1 when new} or {} for each id}; a wait of -1 when no
--         time helps.
local model, length, price = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
local meta = call('HMGET', P .. 'meta', 'epoch', 'v', 'horizon', 'policy', 'c|' .. model, 'brk')
local version = tonumber(meta[2] or 0)
if version < tonumber(ARGV[2]) or tonumber(meta[3] or 0) <= now then
  return {-2, version}
elseif version > tonumber(ARGV[2]) then
  return {-3, version}
elseif not meta[1] then
  return {-1}
end
policy = meta[4]

local excluded, exclusions = {}, 0
if ARGV[7] ~= '' then
  for id in string.gmatch(ARGV[7], '%S+') do
    excluded[id] = true
    exclusions = exclusions + 1
  end
end
local groups = {ARGV[6]}
if ARGV[6] ~= '-' then
  groups = {}
  for group in string.gmatch(ARGV[6], '%S+') do
    groups[#groups + 1] = group
  end
end
-- Names that every lease needs, put together once; the model is the end of them.
local READY, OF_MODEL, rings = P .. 'q|', '|' .. model, {}
for at, group in ipairs(groups) do
  rings[at] = P .. 'r|' .. group .. OF_MODEL
end
local lastHead = text(1 + exclusions)
-- Scopes and keys that are free, but not for this price; and where such were met.
local skipped, passed = {}, {}

-- Makes the ring of a group for a model when it is first asked for: everything counts as free until it is examined.
local function build(group)
  if call('HLEN', P .. 'm|' .. group) > 32 then
    -- Nobody uses so many models at once; begin again rather than keep rings of models that went out of use.
    for _, old in ipairs(call('HKEYS', P .. 'm|' .. group)) do
      for _, scopeId in ipairs(call('ZRANGE', P .. 'r|' .. group .. '|' .. old, 0, -1)) do
        call('DEL', P .. 'q|' .. scopeId .. '|' .. old, P .. 'b|' .. scopeId .. '|' .. old)
      end
      for _, scopeId in ipairs(call('ZRANGE', P .. 'w|' .. group .. '|' .. old, 0, -1)) do
        call('DEL', P .. 'q|' .. scopeId .. '|' .. old, P .. 'b|' .. scopeId .. '|' .. old)
      end
      call('DEL', P .. 'r|' .. group .. '|' .. old, P .. 'w|' .. group .. '|' .. old, P .. 'p|' .. old)
    end
    call('DEL', P .. 'm|' .. group)
    call('HSET', P .. 'm|' .. group, model, 1)
  end
  local met = {}
  for _, keyId in ipairs(call('SMEMBERS', P .. 'x|' .. group)) do
    local plan = planOf(keyId, model)
    if plan then
      local used, load = useOf(call('HGET', P .. 'u|' .. plan[1], 'u|' .. keyId))
      call('ZADD', P .. 'q|' .. plan[1] .. '|' .. model, text(score(plan[2], plan[3], load, used)), keyId)
      met[plan[1]] = true
    end
  end
  for scopeId in pairs(met) do
    refresh(group, scopeId, model)
  end
end

-- The best key that this caller may have in a scope: id, score, and the score of the one after it.
local function bestOf(scopeId)
  local ready = READY .. scopeId .. OF_MODEL
  local first = call('ZRANGE', ready, '0', lastHead, 'WITHSCORES')
  for at = 1, #first, 2 do
    if not excluded[first[at]] and not skipped[first[at]] then
      return first[at], tonumber(first[at + 1]), tonumber(at == 1 and first[4] or at > 1 and first[2] or nil)
    elseif at + 2 > #first and #first == 4 + 2 * exclusions then
      -- Everything seen was passed over (skipped keys come on top of the excluded ones): look at all of them.
      for _, id in ipairs(call('ZRANGE', ready, 0, -1)) do
        if not excluded[id] and not skipped[id] then
          return id, tonumber(call('ZSCORE', ready, id)), tonumber(first[2])
        end
      end
    end
  end
end

-- The best candidate over all groups, or nothing. Scopes come in the order of their best key, so the first that has a key for
-- this caller ends the search in its group. Its rival is the score that comes next as far as the rings say, whoever's it is.
local function pick()
  local best, rival = nil, math.huge
  for number, group in ipairs(groups) do
    local ring, at = rings[number], 0
    while true do
      local head = call('ZRANGE', ring, text(at), text(at + 1), 'WITHSCORES')
      if at == 0 and not head[1] and call('HSETNX', P .. 'm|' .. group, model, '1') == 1 then
        build(group)
        head = call('ZRANGE', ring, '0', '1', 'WITHSCORES')
      end
      local claimed = tonumber(head[2])
      if not claimed or (best and best.score <= claimed) then
        rival = math.min(rival, claimed or rival)
        break
      end
      local keyId, keyScore, second
      if not skipped[head[1]] then
        keyId, keyScore, second = bestOf(head[1])
      end
      if keyId and (not best or keyScore < best.score) then
        rival = math.min(rival, best and best.score or rival)
        best = {group = group, ring = ring, scope = head[1], key = keyId, score = keyScore, second = second, plan = false, inRing = true}
      elseif keyId then
        rival = math.min(rival, keyScore)
      end
      if keyId and keyScore <= claimed then
        rival = math.min(rival, tonumber(head[4]) or rival)
        break
      end
      at = at + 1
    end
  end
  return best, rival
end

-- Fences for all leases that this call may still grant are taken at once; what is left over is never used.
local fence, wanted = nil, 0
local live, given = {}, {}
local expiry, logged, remembered = now + length, text(late), text(length + REMEMBERED)
local expiryText = text(expiry)
local granted = ' ' .. expiryText .. ' ' .. logged .. ' ' .. text(price) .. ' '

-- How many leases the best key gets in a row before a rival is better, as if each had been chosen alone.
local function inARow(best, seen, most, rival)
  most = math.min(most, seen.room)
  if most == 1 or meta[5] or meta[6] then
    return 1
  end
  if not best.inRing then
    return most
  end
  local plan = best.plan
  rival = math.min(rival, best.second or rival)
  for n = 1, most - 1 do
    if score(plan[2], plan[3], seen.load + n, fence + n) >= rival then
      return n
    end
  end
  return most
end

-- Lends a key to the waiting ids from one on; together they are written at little more than the price of one.
local function grant(ids, from, n, best, seen)
  local bits, scopeId, keyId, plan = 0, best.scope, best.key, best.plan
  local entered, times = {expiryText, ids[from]}, {logged}
  for at = 2, n do
    entered[at * 2 - 1], entered[at * 2] = expiryText, ids[from + at - 1]
    times[at] = logged
  end
  local written, count = {'u|' .. keyId, format('%d %d', fence + n, seen.load + n)}, 2
  for at = 8, 7 + plan[6] * 4, 4 do
    local kind, bit = plan[at], plan[at + 3]
    if CALENDAR[kind] then
      count = count + 1
      local more = (kind == 'spend_day' or kind == 'spend_month') and price or 1
      if more > 0 then
        written[#written + 1] = seen.fields[count]
        written[#written + 1] = counted(kind, plan[5], seen.values[count], more * n)
      end
    elseif kind == 'flight' then
      call('ZADD', P .. 'i|' .. holderOf(bit, scopeId, keyId, model), unpack(entered))
      bits = bits + bit
    else
      local log = P .. 'g|' .. holderOf(bit, scopeId, keyId, model) .. '|' .. kind
      if call('RPUSH', log, unpack(times)) > plan[at + 1] then
        call('LTRIM', log, text(-plan[at + 1]), '-1')
      end
      call('PEXPIRE', log, text(plan[at + 2] + 60000))
    end
  end
  if seen.probes then
    for field, raw in pairs(seen.probes) do
      written[#written + 1] = field
      written[#written + 1] = withProbe(raw, ids[from])
    end
  end
  call('HSET', seen.hash, unpack(written))
  for at = 5, 6 do
    local _, _, probe = restOf(meta[at])
    if probe then
      meta[at] = withProbe(meta[at], ids[from])
      call('HSET', P .. 'meta', at == 5 and 'c|' .. model or 'brk', meta[at])
    end
  end
  local belongs = granted .. text(bits) .. ' ' .. keyId .. ' ' .. scopeId .. ' ' .. model
  for at = from, from + n - 1 do
    local id = ids[at]
    fence = fence + 1
    fresh[id] = expiryText
    live[#live + 1] = expiryText
    live[#live + 1] = id
    given[id] = {keyId, scopeId, fence, expiry, 1}
    call('SET', P .. 'l|' .. id, text(fence) .. belongs, 'PX', remembered)
  end
  -- The key has more leases now; the scope stands in the ring with whichever of its keys is best.
  if best.inRing then
    local mine = score(plan[2], plan[3], seen.load + n, fence)
    local place = text(mine)
    call('ZADD', READY .. scopeId .. OF_MODEL, place, keyId)
    call('ZADD', best.ring, best.second and best.second < mine and text(best.second) or place, scopeId)
  elseif call('HEXISTS', P .. 'm|' .. best.group, model) == 1 then
    replace(best.group, scopeId, keyId, {model})
  end
end

-- Examines a candidate from the ring; corrects the ring and returns nothing when it is not what the ring said.
local function tryIt(best)
  local plan = planOf(best.key, model)
  if not plan or plan[1] ~= best.scope then
    call('ZREM', READY .. best.scope .. OF_MODEL, best.key)
    refresh(best.group, best.scope, model)
    return nil
  end
  best.plan = plan
  local seen = examine(best.key, model, plan, price)
  if seen.scopeHard > 0 then
    refresh(best.group, best.scope, model, seen.scopeHard)
    return nil
  elseif seen.keyHard > 0 then
    call('ZREM', READY .. best.scope .. OF_MODEL, best.key)
    call('ZADD', P .. 'b|' .. best.scope .. OF_MODEL, text(seen.keyHard), best.key)
    refresh(best.group, best.scope, model)
    return nil
  elseif seen.scopeAt > 0 or seen.keyAt > 0 then
    skipped[seen.scopeAt > 0 and best.scope or best.key] = true
    passed[best.scope] = best.group
    return nil
  end
  local mine = score(plan[2], plan[3], seen.load, seen.used)
  if mine > best.score then
    -- Leases for other models came on top since; they do not touch this ring.
    call('ZADD', READY .. best.scope .. OF_MODEL, text(mine), best.key)
    refresh(best.group, best.scope, model)
    return nil
  end
  return seen
end

-- When the first key that this caller may have in a scope becomes free, why it is not, and the moment that holds for any caller.
local function freeIn(scopeId)
  local soonest, why, hard, seenScope
  local ready, waiting = P .. 'q|' .. scopeId .. '|' .. model, P .. 'b|' .. scopeId .. '|' .. model
  local function look(keyId)
    local plan = not excluded[keyId] and planOf(keyId, model)
    if not plan then
      return nil
    end
    local seen = examine(keyId, model, plan, price)
    seenScope = seen
    if not soonest or seen.keyAt < soonest then
      soonest, why = seen.keyAt, seen.keyWhy
    end
    if not hard or seen.keyHard < hard then
      hard = seen.keyHard
    end
    return seen
  end
  local place = 0
  while true do
    -- What the ring offers may be taken without the ring knowing; then it has to wait like the others.
    local entry = call('ZRANGE', ready, text(place), text(place))
    local seen = entry[1] and look(entry[1])
    if not entry[1] or (seen and seen.keyAt == 0) then
      break
    elseif seen and seen.keyHard > 0 then
      call('ZREM', ready, entry[1])
      call('ZADD', waiting, text(seen.keyHard), entry[1])
    else
      place = place + 1
    end
  end
  place = 0
  while true do
    local entry = call('ZRANGE', waiting, text(place), text(place), 'WITHSCORES')
    if not entry[1] or (soonest and soonest <= tonumber(entry[2])) then
      break
    end
    local seen = look(entry[1])
    if seen and seen.keyHard > tonumber(entry[2]) then
      call('ZADD', waiting, text(seen.keyHard), entry[1])
    else
      place = place + 1
    end
  end
  if not soonest then
    return nil
  end
  if seenScope.scopeAt >= soonest then
    soonest, why = seenScope.scopeAt, seenScope.scopeWhy
  end
  return soonest, why, math.max(hard, seenScope.scopeHard)
end

-- When the first key that this caller may have becomes free; 0 when one is free that its ring did not offer.
local function earliest()
  local best, why
  for scopeId in pairs(passed) do
    local soonest, reason = freeIn(scopeId)
    if soonest and (not best or soonest < best) then
      best, why = soonest, reason
    end
  end
  for _, group in ipairs(groups) do
    local events, at = P .. 'w|' .. group .. '|' .. model, 0
    while true do
      local event = call('ZRANGE', events, text(at), text(at), 'WITHSCORES')
      if not event[1] or (best and best <= tonumber(event[2])) then
        break
      end
      local soonest, reason, hard = freeIn(event[1])
      if soonest and soonest <= now then
        refresh(group, event[1], model)
        return 0
      end
      if soonest and (not best or soonest < best) then
        best, why = soonest, reason
      end
      if soonest and exclusions == 0 and hard > tonumber(event[2]) then
        call('ZADD', events, text(hard), event[1])
      else
        at = at + 1
      end
    end
  end
  return best, why
end

-- A preferred key is not looked up in the ring, so it is examined on its own.
local function preferred()
  local plan = ARGV[8] ~= '' and not excluded[ARGV[8]] and planOf(ARGV[8], model)
  if not plan then
    return nil
  end
  for _, group in ipairs(groups) do
    if group == plan[4] then
      local best = {group = group, scope = plan[1], key = ARGV[8], plan = plan, inRing = false}
      local seen = examine(ARGV[8], model, plan, price)
      if seen.scopeAt == 0 and seen.keyAt == 0 then
        return best, seen
      end
    end
  end
end

-- Lends to the waiting ids from one on: to how many, or nothing with the moment at which a key is free and why none is.
local function lend(ids, from)
  local degraded, degradedWhy = restOf(meta[5])
  local broken, brokenWhy = restOf(meta[6])
  if degraded > 0 or broken > 0 then
    local why = broken >= degraded and (brokenWhy == 'probing' and brokenWhy or 'provider_down') or degradedWhy
    return nil, math.max(degraded, broken), why
  end
  local best, seen = preferred()
  local rival
  while not seen do
    best, rival = pick()
    if best then
      seen = tryIt(best)
    else
      local moment, why = earliest()
      if moment ~= 0 then
        return nil, moment, why
      end
    end
  end
  fence = fence or call('HINCRBY', P .. 'meta', 'fence', text(wanted)) - wanted
  local n = inARow(best, seen, #ids - from + 1, rival)
  grant(ids, from, n, best, seen)
  return n
end

local reaped = reap(500)
for _, group in ipairs(groups) do
  for _, scopeId in ipairs(call('ZRANGEBYSCORE', P .. 'w|' .. group .. '|' .. model, '-inf', nowText, 'LIMIT', '0', '500')) do
    refresh(group, scopeId, model)
  end
end
local names, ids = {}, {}
for at = 9, #ARGV do
  names[at - 8] = P .. 'l|' .. ARGV[at]
end
local known = call('MGET', unpack(names))
for at = 9, #ARGV do
  local id, held = ARGV[at], known[at - 8] and leaseOf(known[at - 8])
  if held and held.expiry > now then
    given[id] = {held.key, held.scope, tonumber(held.fence), held.expiry, 0}
  elseif given[id] == nil then
    ids[#ids + 1] = id
    given[id] = false
  end
end
wanted = #ids
local from, refused = 1, {}
while from <= wanted and not refused[1] do
  local n, moment, why = lend(ids, from)
  if not n then
    if reaped == 500 then
      -- More leases ended than one call clears away: come again at once.
      moment, why = now + 1, 'in_flight'
    end
    refused = {why or 'no_key', moment and math.max(1, moment - now) or -1}
  else
    from = from + n
  end
end
if live[1] then
  call('ZADD', P .. 'live', unpack(live))
end
local answer, told = {1, now, meta[1], refused}, {}
for at = 9, #ARGV do
  local id = ARGV[at]
  local lease = given[id]
  if lease and told[id] then
    -- Two callers asked for the same lease and went together.
    lease = {lease[1], lease[2], lease[3], lease[4], 0}
  end
  told[id], answer[at - 4] = true, lease or {}
end
return answer
