-- Replaces a refresh token by its successor.
-- KEYS devices, versions, session
-- ARGV device, family hash, hash of the shown key, hash of its successor, salt, leeway in ms, life in ms,
--      how long a user without sessions is remembered in ms
-- Answers {'rotated'}, {'repeated', salt of then}, {'reused'} or {'unknown'}.
local kept = redis.call('HMGET', KEYS[3], 'family', 'current', 'previous', 'salt', 'rotatedAt')
if kept[1] ~= ARGV[2] then
  return {'unknown'}
end

if kept[2] == ARGV[3] then
  redis.call('HSET', KEYS[3], 'current', ARGV[4], 'previous', ARGV[3], 'salt', ARGV[5],
    'rotatedAt', string.format('%.0f', now))
  redis.call('PEXPIRE', KEYS[3], ARGV[7])
  keep(KEYS[1], KEYS[2], ARGV[1], tonumber(ARGV[7]), tonumber(ARGV[8]))
  return {'rotated'}
end
if kept[3] == ARGV[3] and now - tonumber(kept[5]) <= tonumber(ARGV[6]) then
  return {'repeated', kept[4]}
end

-- Somebody else has the token, too. From here on nobody refreshes, even if the revocation that follows is cut short.
redis.call('HDEL', KEYS[3], 'current', 'previous', 'salt', 'rotatedAt')
return {'reused'}
