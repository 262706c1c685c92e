-- Ends a session, and remembers when its user was seen last.
-- KEYS devices, versions, session, routes, seen
-- ARGV device, life of what was seen in ms, 'over' to leave a session alone that is alive
-- Answers {'1' if there was anything to end or else '0', version of the devices without it}, or {'alive'}.
if ARGV[3] == 'over' and redis.call('EXISTS', KEYS[3]) == 1 then
  return {'alive'}
end

local there = redis.call('DEL', KEYS[3])
local listed = redis.call('ZSCORE', KEYS[1], ARGV[1])
if listed then
  -- before its end is forgotten, by which the version may have grown
  changed(KEYS[1], KEYS[2])
  redis.call('ZREM', KEYS[1], ARGV[1])
end

local seen = tonumber(redis.call('HGET', KEYS[5], ARGV[1]) or 0)
if redis.call('HDEL', KEYS[4], ARGV[1]) == 1 then
  seen = now
end
if seen > tonumber(redis.call('HGET', KEYS[5], 'gone') or 0) then
  redis.call('HSET', KEYS[5], 'gone', string.format('%.0f', seen))
  redis.call('PEXPIRE', KEYS[5], ARGV[2])
end
redis.call('HDEL', KEYS[5], ARGV[1])
return {(listed or there == 1) and '1' or '0', string.format('%.0f', version_of(KEYS[1], KEYS[2]))}
