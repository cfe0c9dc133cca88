package io.vimax.gateway;

import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.client.ReactorResourceFactory;

/** A running gateway and a client that sends it exactly what a test says. */
public final class TestGateway implements AutoCloseable {

    static {
        // A test of the Host header has to be able to lie.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
    }

    public static final UUID OWNER = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ConfigurableApplicationContext context;

    private TestGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts a gateway on a free port.
     *
     * @param settings properties over those of every test, as name and value in turn
     */
    public static TestGateway start(String... settings) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "SERVER_PORT", "0",
                "VIMAX_OWNER_ID", OWNER.toString(),
                "VIMAX_IDENTITY", Identities.identityFile("gateway").toString(),
                "spring.cloud.gateway.server.webflux.httpclient.response-timeout", "3s",
                "logging.level.org.apache.kafka", "ERROR"));
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i], settings[i + 1]);
        }
        return new TestGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(
                        new TestServers(),
                        context -> context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("test", properties)),
                        TestGateway::keepSharedThreads)
                .run());
    }

    /** Gateways of one JVM share Netty's threads: the first that closes must not take them from the others. */
    private static void keepSharedThreads(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context)
                .registerBean(ReactorResourceFactory.class, () -> new ReactorResourceFactory() {
                    @Override
                    public void stop() {}

                    @Override
                    public void destroy() {}
                });
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public String host() {
        return "127.0.0.1:" + port();
    }

    public String origin() {
        return "http://" + host();
    }

    /** A request without any sign of who sends it. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path)).timeout(Duration.ofSeconds(20));
    }

    /** A request of the owner's command line. */
    public HttpRequest.Builder byCommandLine(String path) {
        return request(path).header("Authorization", "Bearer " + commandLineToken());
    }

    /** A request of the owner's browser, without an origin. */
    public HttpRequest.Builder byBrowser(String path) {
        return request(path).header("Cookie", cookie());
    }

    public static String commandLineToken() {
        return Identities.token("cli", OWNER.toString(), "gateway", Duration.ofMinutes(1));
    }

    public static String cookie() {
        return "vimax_session=" + Identities.token("gateway", OWNER.toString(), "session", Duration.ofDays(30));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    public static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static HttpClient client() {
        return CLIENT;
    }

    @Override
    public void close() {
        context.close();
    }
}
