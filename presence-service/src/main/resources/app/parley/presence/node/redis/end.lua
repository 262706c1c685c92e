-- Ends the lease of a node now. KEYS leases, current; ARGV node. Answers {}.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local lease = redis.call('HGET', KEYS[2], ARGV[1])
local ends = lease and redis.call('ZSCORE', KEYS[1], lease)
if ends and tonumber(ends) > now then
  redis.call('ZADD', KEYS[1], now, lease)
end
return {}
