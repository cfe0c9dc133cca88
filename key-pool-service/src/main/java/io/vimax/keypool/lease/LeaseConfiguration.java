package io.vimax.keypool.lease;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

@Configuration(proxyBeanMethods = false)
class LeaseConfiguration {

    @Bean(destroyMethod = "close")
    UnifiedJedis redis(LeaseProperties properties) {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(properties.connections());
        pool.setMaxWait(properties.longestWait());
        pool.setMaxIdle(properties.connections());
        int timeoutMs = Math.toIntExact(properties.timeout().toMillis());
        return RedisClient.builder()
                .hostAndPort(properties.url().getHost(), properties.url().getPort())
                .clientConfig(DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(timeoutMs)
                        .socketTimeoutMillis(timeoutMs)
                        .build())
                .poolConfig(pool)
                .build();
    }
}
