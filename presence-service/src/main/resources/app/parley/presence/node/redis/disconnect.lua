-- Takes a device from a lease, unless it has moved to another.
-- KEYS routes, seen; ARGV device, lease, life of what was seen in ms, when it went in ms (or '' for now).
-- Answers {'1'} if the device was there, {'0'} if not.
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
  return {'0'}
end
redis.call('HDEL', KEYS[1], ARGV[1])

local time = redis.call('TIME')
local went = tonumber(ARGV[4]) or time[1] * 1000 + math.floor(time[2] / 1000)
if went > tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or 0) then
  redis.call('HSET', KEYS[2], ARGV[1], string.format('%.0f', went))
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
end
return {'1'}
