-- Opens a session.
-- KEYS devices, versions, session of the new device, session of the earlier device (or the new one again)
-- ARGV new device, earlier device (or the new one), name, platform, family hash, key hash,
--      life in ms, devices allowed, asked at (ms), patience in ms, how long a user without sessions is remembered in ms
-- Answers {'opened', device}, {'full'} or {'late'}.
if now - tonumber(ARGV[9]) > tonumber(ARGV[10]) then
  return {'late'}
end

local device, session = ARGV[1], KEYS[3]
if redis.call('EXISTS', KEYS[4]) == 1 then
  device, session = ARGV[2], KEYS[4]
end

-- The new device may be there already: a driver repeats a command whose answer it lost.
local there = redis.call('EXISTS', session) == 1
if not there and redis.call('ZCOUNT', KEYS[1], '(' .. now, '+inf') >= tonumber(ARGV[8]) then
  return {'full'}
end

redis.call('HSET', session, 'name', ARGV[3], 'platform', ARGV[4], 'family', ARGV[5], 'current', ARGV[6])
redis.call('HDEL', session, 'previous', 'salt', 'rotatedAt')
redis.call('HSETNX', session, 'createdAt', string.format('%.0f', now))
redis.call('PEXPIRE', session, ARGV[7])
keep(KEYS[1], KEYS[2], device, tonumber(ARGV[7]), tonumber(ARGV[11]))
return {'opened', device}
