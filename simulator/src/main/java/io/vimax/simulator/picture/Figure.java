package io.vimax.simulator.picture;

import java.awt.BasicStroke;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Whoever is seen, from behind or from the side, against the light; the coat keeps its colour, so that people are known again. */
final class Figure {

    private final Canvas canvas;
    private final Sight sight;

    private Figure(Canvas canvas, Sight sight) {
        this.canvas = canvas;
        this.sight = sight;
    }

    static void paint(Canvas canvas, Sight sight, double horizon) {
        if (sight.being() == Sight.Being.NONE) {
            return;
        }
        double height = canvas.height();
        boolean left = Heaven.source(sight) > 0.5;
        // On the side away from the light, at a third of the width.
        double drift = (Math.floorMod(sight.seed(), 100) - 50) / 900.0;
        double x = canvas.width() * ((left ? 0.36 : 0.64) + drift);
        var figure = new Figure(canvas, sight);
        switch (sight.framing()) {
            case AERIAL -> figure.stand(x, horizon + (height - horizon) * 0.55, height * 0.1, left);
            case WIDE -> figure.stand(x, height * 0.9, height * 0.24, left);
            case MEDIUM -> figure.stand(x, height * 1.22, height * 0.84, left);
            case CLOSE -> figure.stand(x, height * 2.05, height * 1.78, left);
            case DETAIL -> figure.lantern(x, height * 0.68, height * 0.3);
        }
    }

    private void stand(double x, double foot, double tall, boolean faceRight) {
        canvas.glow(x, foot, tall * 0.4, tall * 0.035, 0x000000, 120);
        double ground = canvas.height() * 0.95;
        double most = Math.min(canvas.width(), canvas.height()) * 0.55;
        switch (sight.being()) {
            // Animals stand whole in the picture, however near they are: their heads are not on top of them.
            case BIRD -> bird(x, Math.min(foot, ground), Math.min(tall * 0.5, most), faceRight);
            case BEAST -> beast(x, Math.min(foot, ground), Math.min(tall * 0.62, most * 0.8), faceRight);
            case PERSON, NONE -> person(x, foot, tall, faceRight);
        }
    }

    private int dark(int colour, double share) {
        return Light.mix(colour, canvas.light().near(), share);
    }

    /** A shape with the light of the sky along the side that faces it. */
    private void lit(java.awt.Shape shape, int colour, double tall, boolean lightRight) {
        canvas.fill(shape, colour);
        var edge = new Area(shape);
        var inner = new Area(shape);
        inner.transform(java.awt.geom.AffineTransform.getTranslateInstance(
                (lightRight ? -1 : 1) * Math.min(tall * 0.012, canvas.height() * 0.005),
                Math.min(tall * 0.008, canvas.height() * 0.003)));
        edge.subtract(inner);
        canvas.fill(edge, Light.mix(canvas.light().source(), canvas.light().horizon(), 0.3), 150);
    }

    private void person(double x, double foot, double tall, boolean right) {
        int coat = dark(sight.coat(), sight.hour() == Sight.Hour.NIGHT ? 0.45 : 0.28);
        int trousers = dark(0x20242e, 0.4);
        double head = tall * 0.066;
        double top = foot - tall;
        for (int leg = -1; leg <= 1; leg += 2) {
            double at = x + leg * tall * 0.038;
            canvas.fill(
                    new Rectangle2D.Double(at - tall * 0.026, foot - tall * 0.36, tall * 0.052, tall * 0.35), trousers);
            canvas.fill(
                    new Ellipse2D.Double(
                            at - tall * 0.035 + (right ? 0.01 : -0.01) * tall,
                            foot - tall * 0.025,
                            tall * 0.075,
                            tall * 0.03),
                    dark(0x15130f, 0.5));
        }
        var body = new Path2D.Double();
        body.moveTo(x - tall * 0.045, top + tall * 0.155);
        body.curveTo(
                x - tall * 0.13,
                top + tall * 0.18,
                x - tall * 0.135,
                top + tall * 0.24,
                x - tall * 0.15,
                top + tall * 0.47);
        body.lineTo(x - tall * 0.115, top + tall * 0.48);
        body.quadTo(x - tall * 0.115, top + tall * 0.38, x - tall * 0.098, top + tall * 0.33);
        body.quadTo(x - tall * 0.1, top + tall * 0.5, x - tall * 0.13, top + tall * 0.66);
        body.quadTo(x, top + tall * 0.69, x + tall * 0.13, top + tall * 0.66);
        body.quadTo(x + tall * 0.1, top + tall * 0.5, x + tall * 0.098, top + tall * 0.33);
        body.quadTo(x + tall * 0.115, top + tall * 0.38, x + tall * 0.115, top + tall * 0.48);
        body.lineTo(x + tall * 0.15, top + tall * 0.47);
        body.curveTo(
                x + tall * 0.135,
                top + tall * 0.24,
                x + tall * 0.13,
                top + tall * 0.18,
                x + tall * 0.045,
                top + tall * 0.155);
        body.closePath();
        lit(body, coat, tall, right);
        canvas.pen().setClip(body);
        canvas.glow(
                x + (right ? -0.11 : 0.11) * tall,
                top + tall * 0.45,
                tall * 0.14,
                tall * 0.4,
                canvas.light().near(),
                170);
        canvas.pen().setStroke(new BasicStroke((float) Math.max(1, tall * 0.004)));
        canvas.pen().setPaint(Light.paint(canvas.light().near(), 110));
        canvas.pen().draw(new java.awt.geom.Line2D.Double(x, top + tall * 0.17, x, top + tall * 0.68));
        canvas.pen().setClip(null);
        int skin = dark(0xc99878, 0.3);
        canvas.fill(new Ellipse2D.Double(x - tall * 0.155, top + tall * 0.455, tall * 0.045, tall * 0.05), skin);
        canvas.fill(new Ellipse2D.Double(x + tall * 0.11, top + tall * 0.455, tall * 0.045, tall * 0.05), skin);
        canvas.fill(new Rectangle2D.Double(x - head * 0.42, top + head * 1.55, head * 0.84, tall * 0.07), skin);
        var face = new Ellipse2D.Double(
                x - head * 0.85 + (right ? head * 0.12 : -head * 0.12), top + head * 0.1, head * 1.7, head * 2.15);
        lit(face, skin, tall, right);
        var hair = new Area(new Ellipse2D.Double(x - head, top - head * 0.08, head * 2, head * 2.05));
        // From behind and a little from the side: a cheek is seen where the light comes from.
        hair.subtract(new Area(new Ellipse2D.Double(
                x + (right ? head * 0.62 : -head * 2.22), top + head * 0.55, head * 1.6, head * 2)));
        lit(hair, dark(0x2b1d16, 0.25), tall, right);
        var collar = new Path2D.Double();
        collar.moveTo(x - head * 1.05, top + head * 2.45);
        collar.quadTo(x, top + head * 1.9, x + head * 1.05, top + head * 2.45);
        collar.quadTo(x, top + head * 3.0, x - head * 1.05, top + head * 2.45);
        lit(collar, Light.mix(coat, 0x000000, 0.25), tall, right);
    }

    private void beast(double x, double foot, double tall, boolean right) {
        double way = right ? 1 : -1;
        int fur = dark(sight.coat() == 0x4a4f63 ? 0x8a5a34 : sight.coat(), 0.35);
        for (double leg : new double[] {-0.42, -0.3, 0.3, 0.4}) {
            canvas.fill(
                    new Rectangle2D.Double(
                            x + way * leg * tall - tall * 0.04, foot - tall * 0.45, tall * 0.08, tall * 0.45),
                    Light.mix(fur, 0, 0.25));
        }
        var tail = new Path2D.Double();
        tail.moveTo(x - way * tall * 0.42, foot - tall * 0.62);
        tail.curveTo(
                x - way * tall * 0.85,
                foot - tall * 0.55,
                x - way * tall * 0.95,
                foot - tall * 0.95,
                x - way * tall * 0.72,
                foot - tall * 1.12);
        tail.curveTo(
                x - way * tall * 0.82,
                foot - tall * 0.9,
                x - way * tall * 0.7,
                foot - tall * 0.75,
                x - way * tall * 0.42,
                foot - tall * 0.45);
        tail.closePath();
        canvas.fill(tail, fur);
        var body = new Area(new Ellipse2D.Double(x - tall * 0.52, foot - tall * 0.72, tall * 1.04, tall * 0.46));
        double headX = x + way * tall * 0.55;
        double headY = foot - tall * 0.82;
        body.add(new Area(new Ellipse2D.Double(headX - tall * 0.2, headY - tall * 0.18, tall * 0.4, tall * 0.36)));
        var neck = new Path2D.Double();
        neck.moveTo(x + way * tall * 0.25, foot - tall * 0.68);
        neck.lineTo(headX - way * tall * 0.1, headY - tall * 0.1);
        neck.lineTo(headX, headY + tall * 0.16);
        neck.lineTo(x + way * tall * 0.48, foot - tall * 0.4);
        neck.closePath();
        body.add(new Area(neck));
        var muzzle = new Path2D.Double();
        muzzle.moveTo(headX + way * tall * 0.1, headY - tall * 0.08);
        muzzle.lineTo(headX + way * tall * 0.36, headY + tall * 0.07);
        muzzle.lineTo(headX + way * tall * 0.08, headY + tall * 0.15);
        muzzle.closePath();
        body.add(new Area(muzzle));
        for (int ear = 0; ear < 2; ear++) {
            double at = headX + way * tall * (ear == 0 ? -0.1 : 0.06);
            var tip = new Path2D.Double();
            tip.moveTo(at - tall * 0.07, headY - tall * 0.12);
            tip.lineTo(at, headY - tall * 0.34);
            tip.lineTo(at + tall * 0.08, headY - tall * 0.11);
            tip.closePath();
            body.add(new Area(tip));
        }
        lit(body, fur, tall, right);
        canvas.fill(
                new Ellipse2D.Double(
                        headX + way * tall * 0.07 - tall * 0.018, headY - tall * 0.03, tall * 0.036, tall * 0.04),
                0x120c08);
    }

    private void bird(double x, double foot, double tall, boolean right) {
        int feather = dark(sight.coat() == 0x4a4f63 ? 0x6d5a48 : sight.coat(), 0.35);
        canvas.fill(new Rectangle2D.Double(x - tall * 0.5, foot - tall * 0.06, tall, tall * 0.07), dark(0x2c2018, 0.3));
        var body = new Area(new Ellipse2D.Double(x - tall * 0.25, foot - tall * 0.78, tall * 0.5, tall * 0.76));
        body.add(new Area(new Ellipse2D.Double(x - tall * 0.21, foot - tall * 1.02, tall * 0.42, tall * 0.4)));
        lit(body, feather, tall, right);
        canvas.fill(
                new Ellipse2D.Double(x - tall * 0.13, foot - tall * 0.66, tall * 0.26, tall * 0.5),
                Light.mix(feather, 0xf0e2c8, 0.35));
        for (int eye = -1; eye <= 1; eye += 2) {
            double at = x + eye * tall * 0.085;
            canvas.fill(
                    new Ellipse2D.Double(at - tall * 0.07, foot - tall * 0.92, tall * 0.14, tall * 0.14),
                    Light.mix(feather, 0xf6ead2, 0.7));
            canvas.fill(
                    new Ellipse2D.Double(at - tall * 0.035, foot - tall * 0.885, tall * 0.07, tall * 0.07), 0x140f0a);
        }
        var beak = new Path2D.Double();
        beak.moveTo(x - tall * 0.03, foot - tall * 0.8);
        beak.lineTo(x + tall * 0.03, foot - tall * 0.8);
        beak.lineTo(x, foot - tall * 0.72);
        beak.closePath();
        canvas.fill(beak, 0xd9a23a);
    }

    /** What hands hold in a near view: a light. */
    private void lantern(double x, double y, double size) {
        canvas.glow(x, y, size * 2.6, size * 2.2, 0xffc870, 150);
        int metal = dark(0x3a2c20, 0.3);
        canvas.pen().setStroke(new BasicStroke((float) (size * 0.035)));
        canvas.pen().setPaint(Light.paint(metal));
        canvas.pen()
                .draw(new java.awt.geom.Arc2D.Double(
                        x - size * 0.2, y - size * 0.85, size * 0.4, size * 0.5, 0, 180, java.awt.geom.Arc2D.OPEN));
        canvas.fill(new Rectangle2D.Double(x - size * 0.26, y - size * 0.6, size * 0.52, size * 0.14), metal);
        canvas.fill(new Rectangle2D.Double(x - size * 0.22, y - size * 0.46, size * 0.44, size * 0.86), 0xffe7ad, 235);
        canvas.glow(x, y, size * 0.34, size * 0.5, 0xffffff, 220);
        for (double bar : new double[] {-0.24, -0.02, 0.2}) {
            canvas.fill(new Rectangle2D.Double(x + size * bar, y - size * 0.46, size * 0.04, size * 0.86), metal);
        }
        canvas.fill(new Rectangle2D.Double(x - size * 0.3, y + size * 0.38, size * 0.6, size * 0.14), metal);
        for (int hand = -1; hand <= 1; hand += 2) {
            var sleeve = new Path2D.Double();
            sleeve.moveTo(x + hand * size * 0.26, y + size * 0.36);
            sleeve.quadTo(x + hand * size * 0.5, y + size * 0.5, x + hand * size * 1.1, canvas.height());
            sleeve.lineTo(x + hand * size * 0.5, canvas.height());
            sleeve.quadTo(x + hand * size * 0.3, y + size * 0.8, x + hand * size * 0.06, y + size * 0.56);
            sleeve.closePath();
            lit(sleeve, dark(sight.coat(), 0.25), size, hand < 0);
            canvas.fill(
                    new Ellipse2D.Double(x + hand * size * 0.2 - size * 0.13, y + size * 0.4, size * 0.26, size * 0.2),
                    dark(0xd9a482, 0.15));
        }
    }
}
