package io.vimax.gateway.redis;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

/** Nothing is sent at start: the gateway comes up while Redis is away, and connections come back by themselves. */
@Configuration(proxyBeanMethods = false)
class RedisConnection {

    @Bean(destroyMethod = "close")
    RedisClient redis(RedisProperties properties) {
        int millis = Math.toIntExact(properties.timeout().toMillis());
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(properties.connections());
        pool.setMaxIdle(properties.connections());
        pool.setMaxWait(properties.timeout());
        // After a restart of Redis the pool is full of dead connections: find out before use.
        pool.setTestOnBorrow(true);
        return RedisClient.builder()
                .fromURI(properties.url())
                .clientConfig(DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(millis)
                        .socketTimeoutMillis(millis)
                        .clientName("gateway")
                        .build())
                .poolConfig(pool)
                .build();
    }
}
