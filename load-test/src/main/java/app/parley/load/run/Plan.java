package app.parley.load.run;

import java.time.Duration;

/**
 * What a run is to do.
 *
 * @param pairs who talk
 * @param window how many messages of a pair may be without an answer
 * @param messagesPerSecond over all pairs, in a paced run
 * @param messagesPerPair in a run for offline receivers
 * @param textLength of each message
 * @param ackMillis how long a receiver collects what came before it acknowledges
 * @param warmUp how long the traffic flows before it is measured
 * @param measured how long it is measured
 * @param patience how long what is under way may take to arrive at the end, without any progress
 * @param connectsAtOnce how many connections are being opened at a time
 * @param collectGarbage whether Java processes collect before their memory is looked at
 */
public record Plan(
        int pairs,
        int window,
        double messagesPerSecond,
        int messagesPerPair,
        int textLength,
        int ackMillis,
        Duration warmUp,
        Duration measured,
        Duration patience,
        int connectsAtOnce,
        boolean collectGarbage) {}
