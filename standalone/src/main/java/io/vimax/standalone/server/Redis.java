package io.vimax.standalone.server;

import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.supervise.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Redis with an append-only file, so that limits already used up stay used up after a crash. */
public final class Redis implements Part {
    public static final String NAME = "redis";
    public static final int DEFAULT_PORT = 16_379;

    private final Path packed;
    private final Path program;
    private final Path data;
    private final int port;

    public Redis(Dist dist, Home home, int port) {
        this.packed = dist.redisBinaries().resolve(Platform.redisFile());
        this.program = home.cache().resolve(Platform.redisFile());
        this.data = home.data(NAME);
        this.port = port;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    @Override
    public int tier() {
        return 0;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(data);
        if (!Files.exists(program)) {
            Path next = Files.createTempFile(program.getParent(), NAME, "");
            Files.copy(packed, next, StandardCopyOption.REPLACE_EXISTING);
            if (!next.toFile().setExecutable(true, true)) {
                throw new IOException(next + " cannot be made executable");
            }
            Files.move(next, program, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public Launch launch() {
        return new Launch(
                List.of(
                        program.toString(),
                        "--bind",
                        Loopback.HOST,
                        "--port",
                        Integer.toString(port),
                        "--dir",
                        data.toString(),
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        "everysec",
                        "--save",
                        "",
                        "--maxmemory",
                        "128mb",
                        "--maxmemory-policy",
                        "noeviction"),
                Map.of(),
                data);
    }

    @Override
    public boolean answers() {
        return Loopback.says(port, "PING", "+PONG");
    }

    @Override
    public void settle() {}
}
