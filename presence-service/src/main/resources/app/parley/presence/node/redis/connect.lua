-- Routes a device to a lease, if its session is alive: the newest connection wins.
-- KEYS session, routes, seen; ARGV device, lease, life of what was seen in ms.
-- Answers {'held', the lease before or ''} or {'revoked'}.
if redis.call('EXISTS', KEYS[1]) == 0 then
  return {'revoked'}
end
local time = redis.call('TIME')
local before = redis.call('HGET', KEYS[2], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[3], ARGV[1], string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000)))
redis.call('PEXPIRE', KEYS[3], ARGV[3])
return {'held', before or ''}
