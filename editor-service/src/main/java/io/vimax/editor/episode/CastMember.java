package io.vimax.editor.episode;

/** A person of the story. */
public record CastMember(String name, String description, String look) {}
