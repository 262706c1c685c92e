-- Ends a session, and remembers when its user was seen last.
-- KEYS devices, session, routes, seen
-- ARGV device, life of what was seen in ms
-- Answers {'1'} if there was anything to end, {'0'} if not.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local listed = redis.call('ZREM', KEYS[1], ARGV[1])
local there = redis.call('DEL', KEYS[2])

local seen = tonumber(redis.call('HGET', KEYS[4], ARGV[1]) or 0)
if redis.call('HDEL', KEYS[3], ARGV[1]) == 1 then
  seen = now
end
if seen > tonumber(redis.call('HGET', KEYS[4], 'gone') or 0) then
  redis.call('HSET', KEYS[4], 'gone', string.format('%.0f', seen))
  redis.call('PEXPIRE', KEYS[4], ARGV[2])
end
redis.call('HDEL', KEYS[4], ARGV[1])
return {tostring(math.max(listed, there))}
