package io.vimax.keypool.adding;

import io.vimax.keypool.access.Person;
import io.vimax.keypool.adding.AddKeys.Adding;
import io.vimax.keypool.key.KeyException;
import io.vimax.keypool.key.RetireKey;
import io.vimax.keypool.key.RetireKey.Heritage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a new key take over from another one. */
@Component
public class RotateKey {

    private final AddKeys adding;
    private final RetireKey retire;

    RotateKey(AddKeys adding, RetireKey retire) {
        this.adding = adding;
        this.retire = retire;
    }

    /**
     * Puts a new key beside another one, with its settings. Both are lent until the overlap is over and the new one is in use; then
     * the old one is drained and deleted.
     *
     * @param next id of the new key
     * @param check whether the new key is lent only after a check
     * @throws KeyException.Duplicate if the pool has this secret already
     */
    @Transactional
    public void rotate(Person person, UUID id, UUID next, String secret, Duration overlap, boolean check) {
        Heritage old = retire.beginRotation(person, id);
        var wanted = new NewKey(old.service(), secret, null, old.settings(), adding.limitsOf(id), check);
        if (!adding.addAll(List.of(wanted), List.of(next), new Adding(old.owner(), person.id(), false))
                .getFirst()) {
            throw new KeyException.Duplicate(null);
        }
        retire.replacedBy(person, id, next, overlap);
    }
}
