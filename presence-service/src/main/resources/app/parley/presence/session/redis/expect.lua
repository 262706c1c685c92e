-- Sets when a device is looked after. KEYS departures; ARGV member, ms from now. Answers {}.
local time = redis.call('TIME')
redis.call('ZADD', KEYS[1], time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[2], ARGV[1])
return {}
