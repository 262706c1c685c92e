-- Replaces a refresh token by its successor.
-- KEYS devices, session
-- ARGV device, family hash, hash of the shown key, hash of its successor, salt, leeway in ms, life in ms
-- Answers {'rotated'}, {'repeated', salt of then}, {'reused'} or {'unknown'}.
local kept = redis.call('HMGET', KEYS[2], 'family', 'current', 'previous', 'salt', 'rotatedAt')
if kept[1] ~= ARGV[2] then
  return {'unknown'}
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if kept[2] == ARGV[3] then
  redis.call('HSET', KEYS[2], 'current', ARGV[4], 'previous', ARGV[3], 'salt', ARGV[5],
    'rotatedAt', string.format('%.0f', now))
  redis.call('PEXPIRE', KEYS[2], ARGV[7])
  redis.call('ZADD', KEYS[1], now + ARGV[7], ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[7])
  return {'rotated'}
end
if kept[3] == ARGV[3] and now - tonumber(kept[5]) <= tonumber(ARGV[6]) then
  return {'repeated', kept[4]}
end

-- Somebody else has the token, too. From here on nobody refreshes, even if the revocation that follows is cut short.
redis.call('HDEL', KEYS[2], 'current', 'previous', 'salt', 'rotatedAt')
return {'reused'}
