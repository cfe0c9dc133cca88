-- How many pictures of characters go along with an order: with a keyframe all of its references, with a clip those beside the
-- shot's keyframe. What is not stated counts as none.
update available_models set capabilities = capabilities || '{"max_reference_images": 5}' where name = 'local-storyboard';
update available_models set capabilities = capabilities || '{"max_reference_images": 14}' where name = 'gemini-3.1-flash-image';

insert into available_models (name, category, provider, gateway_id, description, capabilities, price_unit, source) values
('veo3.1-components', 'video', 'yunwu', 'veo3.1-components',
 'Veo 3.1 by a relay: shows what is on the keyframe and on pictures of the characters, and does not begin with the keyframe',
 '{"max_images": 3, "image_roles": ["reference_image"], "max_reference_images": 2, "seconds": [8], "ratios": ["16:9", "9:16"], "audio": true}',
 'unknown', 'relay documentation 2026-01');
