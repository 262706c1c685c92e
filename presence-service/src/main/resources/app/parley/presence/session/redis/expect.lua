-- Sets when a device is looked after. KEYS departures; ARGV member, ms from now, 'LT' to leave an earlier time. Answers {}.
local time = redis.call('TIME')
local at = time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[2]
if ARGV[3] == 'LT' then
  redis.call('ZADD', KEYS[1], 'LT', at, ARGV[1])
else
  redis.call('ZADD', KEYS[1], at, ARGV[1])
end
return {}
