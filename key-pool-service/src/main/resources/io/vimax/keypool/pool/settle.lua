-- Ends a lease, counts what it did cost, and does what its outcome asks for. Settling twice gets the first answer again.
-- KEYS[1]  prefix of the pool            ARGV[1]  moment, see pool.lua
-- ARGV[2]  lease id                      ARGV[3]  fence of the caller
-- ARGV[4]  what it did cost (millionths of a US dollar)
-- ARGV[5]  what follows: none, works, or JSON {works, rest, reason, hint, base, cap, jitter, half, day, lower, fails, again}
--          works: the provider did answer for this key, so rests that are over or waited for it end; and learned limits rise
--          rest: key, key_model, scope, model; hint (ms, -1 none) or base * 2^n up to cap (ms), plus jitter (ms) of it; half: one
--          job may try afterwards; day: until the day of the scope resets; lower: minute or flight, the limit that was too high;
--          fails: failure kind that may be an outage; again: failures in a row before a key rests
-- Returns {0} when the lease is not known, {-1} when it is another's, {-2} when this server has lost its memory, or
--         {1, answer} with JSON: {rests: [{holder, until, n, reason}], ended: [holder], outage, reinstated: [key], lowered}.
local id = ARGV[2]
local raw = call('GET', P .. 'l|' .. id)
if not raw then
  return {call('HEXISTS', P .. 'meta', 'epoch') == 1 and 0 or -2}
end
local settled, before = string.match(raw, '^S (%d+) (.*)$')
if settled then
  return settled == ARGV[3] and {1, before} or {-1}
end
local lease = leaseOf(raw)
if lease.fence ~= ARGV[3] then
  return {-1}
end
local effect = ARGV[5] == 'none' and {} or ARGV[5] == 'works' and {works = true} or cjson.decode(ARGV[5])
local scopeHash, model = P .. 'u|' .. lease.scope, lease.model
local meta = call('HMGET', P .. 'meta', 'policy', 'trouble', 'c|' .. model, 'brk')
policy = meta[1]
local plan = release(id, lease, tonumber(ARGV[4]))

local answer, plain = {rests = {}, ended = {}, reinstated = {}}, true

-- Lets something rest. A shorter rest never replaces a longer one; failures while it rests belong to the same episode.
local function rest(hash, field, holder, base, reason, half)
  local had = call('HGET', hash, field)
  local untilMs, n, since = 0, 0, now
  if had then
    local a, b, c = string.match(had, '^(%d+) (%d+) (%d+)')
    untilMs, n, since = tonumber(a), tonumber(b), tonumber(c)
  end
  if untilMs <= now or n == 0 then
    n = n + 1
  end
  local wait = effect.hint >= 0 and effect.hint or math.min(base * 2 ^ (n - 1), math.max(effect.cap, base))
  local ends = now + wait
  if effect.day and plan then
    ends = math.max(ends, (windowOf('clock_day', plan[5])))
  end
  if reason == 'key_invalid' and n > 1 then
    -- It was tried again once, an hour later, and refused again: now only a person can help.
    ends = now + 315360000000
  end
  untilMs = math.max(untilMs, math.floor(ends + effect.jitter))
  local value = string.format('%d %d %d %d - %s', untilMs, n, since, half and 1 or 0, reason)
  if hash == scopeHash then
    mark(hash, field, value)
  else
    call('HSET', hash, field, value)
  end
  answer.rests[#answer.rests + 1] = {holder = holder, ['until'] = untilMs, n = n, reason = reason}
  plain = false
end

-- Ends a rest that is over or that waited for exactly this lease.
local function ended(hash, field, holder, had)
  if had then
    local untilMs, probe = string.match(had, '^(%d+) %d+ %d+ %d (%S+)')
    if tonumber(untilMs) <= now or probe == id then
      if hash == scopeHash then
        unmark(hash, field)
      else
        call('HDEL', hash, field)
      end
      answer.ended[#answer.ended + 1] = holder
      plain = false
    end
  end
end

local holders = {lease.scope, lease.scope .. '|' .. model, lease.key, lease.key .. '|' .. model}
if effect.works then
  ended(P .. 'meta', 'c|' .. model, 'model|' .. model, meta[3])
  ended(P .. 'meta', 'brk', 'provider', meta[4])
  local rare = call('HMGET', scopeHash, 'marks', 'e|' .. lease.key)
  if rare[2] then
    call('HDEL', scopeHash, 'e|' .. lease.key)
  end
  if rare[1] then
    local had = call('HMGET', scopeHash, 'c|' .. holders[1], 'c|' .. holders[2], 'c|' .. holders[3], 'c|' .. holders[4])
    for at = 1, 4 do
      ended(scopeHash, 'c|' .. holders[at], holders[at], had[at])
    end
    -- Learned limits go slowly back: one more for as many successes as they now allow.
    for at = 8, plan and 7 + plan[6] * 4 or 0, 4 do
      local field = 'a|' .. holderOf(plan[at + 3], lease.scope, lease.key, model) .. '|' .. plan[at]
      local learned = call('HGET', scopeHash, field)
      if learned then
        local working, since = string.match(learned, '^(%S+) (%d+)')
        working = tonumber(working) + 1 / tonumber(working)
        if working >= plan[at + 1] then
          unmark(scopeHash, field)
        else
          mark(scopeHash, field, string.format('%.6f %s', working, since))
        end
      end
    end
  end
  if meta[2] and tonumber(meta[2]) > now then
    call('ZADD', P .. 'good', now, lease.key)
    call('ZREM', P .. 'bad|provider_error', lease.key)
    call('ZREM', P .. 'bad|key_invalid', lease.key)
  end
end

-- Whether most keys that were used within seconds failed alike: then it is not about the keys.
local function manyFail(kind)
  local bad = P .. 'bad|' .. kind
  call('ZADD', bad, now, lease.key)
  call('ZREM', P .. 'good', lease.key)
  for _, name in ipairs({bad, P .. 'good'}) do
    call('ZREMRANGEBYSCORE', name, '-inf', now - 10000)
    call('PEXPIRE', name, 60000)
  end
  call('HSET', P .. 'meta', 'trouble', now + 10000)
  if not meta[2] or tonumber(meta[2]) <= now then
    call('HDEL', P .. 'meta', 'failures')
  end
  return call('ZCARD', bad), call('ZCARD', P .. 'good'), call('HINCRBY', P .. 'meta', 'failures', 1)
end

if effect.fails then
  local bad, good, failures = manyFail(effect.fails)
  local most = bad > good
  if effect.fails == 'key_invalid' and most and bad >= 3 then
    answer.outage, plain = true, false
    for _, keyId in ipairs(call('ZRANGE', P .. 'bad|key_invalid', 0, -1)) do
      local key = configured('k|' .. keyId)
      if key and unmark(P .. 'u|' .. key.s, 'c|' .. keyId) == 1 then
        local group = groupOf(configured('s|' .. key.s))
        answer.reinstated[#answer.reinstated + 1] = keyId
        replace(group, key.s, keyId, call('HKEYS', P .. 'm|' .. group))
      end
    end
    effect.hint = -1
    rest(P .. 'meta', 'brk', 'provider', 5000, 'provider_down', true)
  elseif effect.fails == 'provider_error' and most then
    answer.outage, plain = true, false
    local trying = meta[4] and string.match(meta[4], '^%d+ %d+ %d+ %d (%S+)') == id
    if failures >= 5 or trying then
      rest(P .. 'meta', 'brk', 'provider', 5000, 'provider_down', true)
    end
  elseif effect.fails == 'provider_error' then
    local inARow = call('HINCRBY', scopeHash, 'e|' .. lease.key, 1)
    local had = call('HGET', scopeHash, 'c|' .. lease.key)
    local trying = had and string.match(had, '^%d+ %d+ %d+ %d (%S+)') == id
    if inARow >= effect.again or trying then
      rest(scopeHash, 'c|' .. lease.key, lease.key, effect.base, effect.reason, true)
    end
  end
end

if effect.rest and not answer.outage then
  if effect.rest == 'model' then
    rest(P .. 'meta', 'c|' .. model, 'model|' .. model, effect.base, effect.reason, effect.half)
  else
    local at = ({scope = 1, scope_model = 2, key = 3, key_model = 4})[effect.rest]
    rest(scopeHash, 'c|' .. holders[at], holders[at], effect.base, effect.reason, effect.half)
    if at == 4 then
      -- A second key of one account told to wait for the same model: it is the account.
      local other, otherUntil = string.match(call('HGET', scopeHash, 'rl|' .. model) or '', '^(%S+) (%d+)')
      local mine = answer.rests[1]['until']
      if other and other ~= lease.key and tonumber(otherUntil) > now then
        rest(scopeHash, 'c|' .. holders[2], holders[2], effect.base, effect.reason, false)
      end
      call('HSET', scopeHash, 'rl|' .. model, string.format('%s %d', lease.key, mine))
    end
  end
end

if effect.lower and plan then
  -- The books said free and the provider said no: its limit is lower than ours. Once per burst, and never below one. What the scope
  -- shares is lowered; a limit of the key alone only when the scope has none of this kind.
  local lowered = false
  for number = 1, plan[6] do
    local at = 4 + number * 4
    local kind = plan[at]
    local fits = kind == effect.lower or (effect.lower == 'minute' and kind == 'clock_minute')
    if fits and not (lowered and number > plan[7]) then
      lowered = true
      local holder = holderOf(plan[at + 3], lease.scope, lease.key, model)
      local field = 'a|' .. holder .. '|' .. kind
      local learned = call('HGET', scopeHash, field)
      local working, since = plan[at + 1], 0
      if learned then
        local a, b = string.match(learned, '^(%S+) (%d+)')
        working, since = math.min(tonumber(a), working), tonumber(b)
      end
      if now - since >= 10000 then
        local target = math.max(1, math.floor(working * 0.75))
        if kind == 'flight' then
          target = math.max(1, math.min(math.floor(working) - 1, call('ZCARD', P .. 'i|' .. holder)))
        end
        mark(scopeHash, field, string.format('%.6f %d', target, now))
        answer.lowered, plain = target, false
      end
    end
  end
end

local said = '{}'
if not plain then
  for _, list in ipairs({'rests', 'ended', 'reinstated'}) do
    if #answer[list] == 0 then
      answer[list] = nil
    end
  end
  said = cjson.encode(answer)
end
call('SET', P .. 'l|' .. id, 'S ' .. lease.fence .. ' ' .. said, 'PX', '600000')
return {1, said}
