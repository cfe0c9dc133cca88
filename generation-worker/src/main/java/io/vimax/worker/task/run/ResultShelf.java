package io.vimax.worker.task.run;

import io.vimax.worker.asset.Assets;
import io.vimax.worker.asset.ExpectedContent;
import io.vimax.worker.provider.Product;
import io.vimax.worker.task.Kept;
import io.vimax.worker.task.Task;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings what a job made into the asset store. */
@Component
class ResultShelf {

    private final Assets assets;

    ResultShelf(Assets assets) {
        this.assets = assets;
    }

    /** The ids follow from the generation, so that doing it again after a crash makes no second asset. */
    List<Kept> keep(Task task, List<Product> products) throws InterruptedException {
        List<Kept> kept = new ArrayList<>();
        for (Product product : products) {
            UUID id = UUID.nameUUIDFromBytes(
                    (task.id() + "/" + product.role() + "/" + kept.size()).getBytes(StandardCharsets.UTF_8));
            kept.add(new Kept(id, product, assets.keep(product.file(), expected(product.role()))));
        }
        return List.copyOf(kept);
    }

    private static ExpectedContent expected(Product.Role role) {
        return switch (role) {
            case KEYFRAME, POSTER -> ExpectedContent.PICTURE;
            case CLIP, FILM -> ExpectedContent.FILM;
            case VOICE, MUSIC -> ExpectedContent.SOUND;
            case CAPTIONS_VTT -> ExpectedContent.WEB_VTT;
            case CAPTIONS_SRT -> ExpectedContent.SUBRIP;
        };
    }
}
