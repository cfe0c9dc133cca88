package io.vimax.standalone.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A command line taken apart: {@code --name value}, {@code --name=value}, switches and the rest in order. Written by hand
 * because the arguments of {@code demo} are checked before anything is built, when no library is on the class path yet.
 */
public final class Arguments {
    private final Map<String, List<String>> options;
    private final Set<String> switches;
    private final List<String> rest;

    private Arguments(Map<String, List<String>> options, Set<String> switches, List<String> rest) {
        this.options = options;
        this.switches = switches;
        this.rest = rest;
    }

    /** What a command understands: options carry a value, switches do not. */
    public record Grammar(String command, Set<String> options, Set<String> switches, int mostWords) {}

    public static Arguments parse(Grammar grammar, List<String> line) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        Set<String> switches = new java.util.LinkedHashSet<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            if (word.equals("--")) {
                rest.addAll(line.subList(i + 1, line.size()));
                break;
            }
            if (!word.startsWith("-") || word.equals("-") || word.contains(" ")) {
                rest.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals > 0 ? word.substring(0, equals) : word;
            if (grammar.switches().contains(name) && equals < 0) {
                switches.add(name);
            } else if (!grammar.options().contains(name)) {
                throw Refusal.usage("There is no option " + name + " for '" + grammar.command() + "'; './vimax "
                        + grammar.command() + " --help' lists the options.");
            } else if (equals > 0) {
                options.computeIfAbsent(name, _ -> new ArrayList<>()).add(word.substring(equals + 1));
            } else if (i + 1 < line.size()) {
                options.computeIfAbsent(name, _ -> new ArrayList<>()).add(line.get(++i));
            } else {
                throw Refusal.usage("The option " + name + " needs a value after it.");
            }
        }
        if (rest.size() > grammar.mostWords()) {
            throw Refusal.usage("'" + grammar.command() + "' does not know what to do with '"
                    + rest.get(grammar.mostWords()) + "'; put a text of several words in quotes.");
        }
        return new Arguments(options, switches, rest);
    }

    public boolean has(String name) {
        return switches.contains(name);
    }

    /** The last value given wins, as everywhere on the command line. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(options.get(name)).map(List::getLast);
    }

    public Optional<Integer> number(String name, int least, int most) {
        return value(name).map(text -> {
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // falls through to the same sentence: a word is as wrong as a number out of range
            }
            throw Refusal.usage(
                    name + " must be a whole number from " + least + " to " + most + ", not '" + text + "'.");
        });
    }

    public Optional<Long> longNumber(String name) {
        return value(name).map(text -> {
            try {
                return Long.parseLong(text.strip());
            } catch (NumberFormatException _) {
                throw Refusal.usage(name + " must be a whole number, not '" + text + "'.");
            }
        });
    }

    /** Values of the form KIND=NAME of an option that may be given several times. */
    public Map<String, String> pairs(String name) {
        Map<String, String> pairs = new TreeMap<>();
        for (String text : options.getOrDefault(name, List.of())) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw Refusal.usage(
                        name + " wants KIND=NAME, for example " + name + " video=local-animatic, not '" + text + "'.");
            }
            pairs.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return pairs;
    }

    public Optional<String> word(int index) {
        return index < rest.size() ? Optional.of(rest.get(index)) : Optional.empty();
    }
}
