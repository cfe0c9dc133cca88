package io.vimax.editor.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenLengthTest {

    @ParameterizedTest
    @CsvSource({"'',0,en", "'one two three four five',2,en", "'don''t stop',1,en", "'她独自守着灯塔。',2,zh", "'Mara 走了',1,zh"})
    void isReadAtTheSpeedOfItsLanguage(String text, int seconds, String language) {
        assertThat(SpokenLength.seconds(text)).isEqualTo(seconds);
        assertThat(SpokenLength.language(text)).isEqualTo(language);
    }
}
