package io.vimax.standalone.server;

import java.util.Locale;

/** How the packagers of the server binaries name this machine. */
final class Platform {
    private Platform() {}

    static boolean mac() {
        return os().contains("mac");
    }

    static boolean arm() {
        String architecture = System.getProperty("os.arch", "");
        return architecture.equals("aarch64") || architecture.equals("arm64");
    }

    static String redisFile() {
        return "redis-server-7.0.15-" + (mac() ? "darwin" : "linux") + (arm() ? "-arm64" : "-amd64");
    }

    static String postgresArchive() {
        return "postgres-" + (mac() ? "darwin" : "linux") + (arm() ? "-arm_64" : "-x86_64") + ".txz";
    }

    private static String os() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
