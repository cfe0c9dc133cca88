/**
 * yunwu, a relay of the new-api family: chat, Seedream pictures, Gemini-native pictures, its own unified format for clips and
 * the pass-through to Ark, behind one key. After the clients and mirrored documents of 2026; a task is visible to the account
 * that made it and to no other, money is taken when a task is taken on and comes back when it fails.
 */
@NullMarked
package io.vimax.simulator.yunwu;

import org.jspecify.annotations.NullMarked;
