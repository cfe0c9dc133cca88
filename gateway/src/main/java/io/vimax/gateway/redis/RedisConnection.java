package io.vimax.gateway.redis;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/** Nothing is sent at start: the gateway comes up while Redis is away, and connections come back by themselves. */
@Configuration(proxyBeanMethods = false)
class RedisConnection {

    @Bean(destroyMethod = "close")
    RedisClient redis(RedisProperties properties) {
        int millis = Math.toIntExact(properties.timeout().toMillis());
        URI url = properties.url();
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(properties.connections());
        pool.setMaxIdle(properties.connections());
        pool.setMaxWait(properties.timeout());
        // After a restart of Redis the pool is full of dead connections: find out before use.
        pool.setTestOnBorrow(true);
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(url))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(millis)
                        .socketTimeoutMillis(millis)
                        .clientName("gateway")
                        .user(JedisURIHelper.getUser(url))
                        .password(JedisURIHelper.getPassword(url))
                        .ssl(JedisURIHelper.isRedisSSLScheme(url))
                        .build())
                .poolConfig(pool)
                .build();
    }
}
