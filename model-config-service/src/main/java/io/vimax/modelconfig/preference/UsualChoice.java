package io.vimax.modelconfig.preference;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Names of the models of people who have chosen none; those that need no key, unless the installation says otherwise. */
@ConfigurationProperties("model-config.usual")
record UsualChoice(
        @DefaultValue("local-story") String chat,
        @DefaultValue("local-storyboard") String image,
        @DefaultValue("local-animatic") String video,
        @DefaultValue("local-voice") String speech,
        @DefaultValue("local-ambient") String music) {

    Preferences.Choice choice() {
        return new Preferences.Choice(chat, image, video, speech, music);
    }
}
