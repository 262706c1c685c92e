-- Takes or renews the lease of a node.
-- KEYS leases, current; ARGV node, duration in ms. Answers {'1'} if it is a fresh one, {'0'} if not.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local lease = redis.call('HGET', KEYS[2], ARGV[1])
local ends = lease and redis.call('ZSCORE', KEYS[1], lease)
if ends and tonumber(ends) > now then
  redis.call('ZADD', KEYS[1], now + ARGV[2], lease)
  return {'0'}
end

-- The microsecond makes it another lease than any that this node had before, the ones that Redis forgot included.
lease = ARGV[1] .. '#' .. string.format('%.0f', time[1] * 1000000 + time[2])
redis.call('HSET', KEYS[2], ARGV[1], lease)
redis.call('ZADD', KEYS[1], now + ARGV[2], lease)
return {'1'}
