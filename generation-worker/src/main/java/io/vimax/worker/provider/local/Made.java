package io.vimax.worker.provider.local;

import io.vimax.worker.provider.Product;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an engine left in the folder of its job. Stored as JSON in the ledger. */
record Made(List<File> files, @Nullable String text) {

    /** A file by its name in the folder. */
    record File(
            Product.Role role,
            String name,
            @Nullable Double loudnessLufs,
            @Nullable Double truePeakDbtp) {

        Product in(Path folder) {
            return new Product(role, folder.resolve(name), loudnessLufs, truePeakDbtp);
        }
    }

    static Made file(Product.Role role, String name) {
        return new Made(List.of(new File(role, name, null, null)), null);
    }

    static Made words(String text) {
        return new Made(List.of(), text);
    }
}
